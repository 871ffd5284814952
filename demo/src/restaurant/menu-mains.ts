// Casa Lola, the demo restaurant: the main dishes and what goes with them.
import { section } from './dish.ts'

export const grill = section(4, 'grill', ['From the grill', 'С гриля'], 'main', 2, (dish) => [
  dish(401, ['Ribeye', 'Рибай', 'RIBEYE'], 2890, 1120, 'grill', '', {
    minutes: 18,
    groups: ['doneness', 'side', 'sauce'],
  }),
  dish(402, ['Sirloin', 'Стриплойн', 'SIRLOIN'], 2590, 980, 'grill', '', {
    minutes: 16,
    groups: ['doneness', 'side', 'sauce'],
  }),
  dish(403, ['Skirt steak', 'Скёрт стейк', 'SKIRT STEAK'], 1990, 690, 'grill', '', {
    minutes: 14,
    groups: ['doneness', 'side', 'sauce'],
  }),
  dish(404, ['T-bone', 'Ти-бон', 'T-BONE'], 0, 3200, 'grill', '', {
    minutes: 26,
    groups: ['doneness', 'sauce'],
    price: { kind: 'by-weight', perKilogram: 6800 },
  }),
  dish(405, ['Lamb chops', 'Бараньи рёбрышки', 'LAMB CHOPS'], 2350, 870, 'grill', '', {
    minutes: 16,
    groups: ['doneness', 'side', 'sauce'],
  }),
  dish(406, ['Iberian pork secreto', 'Иберийский секрето', 'SECRETO'], 1890, 610, 'grill', '', {
    minutes: 15,
    groups: ['side', 'sauce'],
  }),
  dish(407, ['Half chicken', 'Половина цыплёнка', 'HALF CHICKEN'], 1590, 430, 'grill', '', {
    minutes: 24,
    groups: ['side', 'sauce', 'garnish'],
  }),
  dish(408, ['Cheeseburger', 'Чизбургер', 'CHEESEBURGER'], 1490, 420, 'grill fry', 'gluten milk eggs mustard sesame', {
    minutes: 14,
    groups: ['bun', 'burger-extras', 'doneness'],
  }),
  dish(409, ['Chicken burger', 'Бургер с курицей', 'CHICKEN BURGR'], 1350, 360, 'fry', 'gluten eggs mustard sesame', {
    minutes: 13,
    groups: ['bun', 'burger-extras'],
  }),
  dish(410, ['Vegan burger', 'Веганский бургер', 'VEGAN BURGER'], 1390, 340, 'grill fry', 'gluten soy sesame', {
    minutes: 14,
    groups: ['bun', 'burger-extras'],
  }),
  dish(411, ['Pork ribs', 'Свиные рёбра', 'PORK RIBS'], 1890, 560, 'grill', 'soy mustard', {
    minutes: 18,
    groups: ['side'],
  }),
  dish(412, ['Grilled sausages', 'Колбаски гриль', 'SAUSAGES'], 1390, 380, 'grill', 'mustard sulphites', {
    minutes: 15,
    groups: ['side'],
  }),
])

export const fish = section(5, 'fish', ['Fish', 'Рыба'], 'main', 2, (dish) => [
  dish(501, ['Sea bass', 'Сибас', 'SEA BASS'], 2290, 790, 'grill', 'fish', {
    minutes: 18,
    groups: ['side', 'garnish'],
    substitutes: ['sea-bream'],
  }),
  dish(502, ['Sea bream', 'Дорада', 'SEA BREAM'], 1990, 670, 'grill', 'fish', {
    minutes: 18,
    groups: ['side', 'garnish'],
    substitutes: ['sea-bass'],
  }),
  dish(503, ['Salmon', 'Лосось', 'SALMON'], 1890, 640, 'grill', 'fish', {
    minutes: 14,
    groups: ['side', 'garnish'],
    substitutes: ['trout'],
  }),
  dish(504, ['Trout', 'Форель', 'TROUT'], 1690, 480, 'grill', 'fish', {
    minutes: 14,
    groups: ['side', 'garnish'],
    substitutes: ['salmon'],
  }),
  dish(505, ['Tuna steak', 'Стейк из тунца', 'TUNA STEAK'], 2390, 860, 'grill', 'fish sesame soy', {
    minutes: 12,
    groups: ['doneness', 'side'],
  }),
  dish(
    506,
    ['Hake in green sauce', 'Мерлуза в зелёном соусе', 'HAKE'],
    1990,
    690,
    'stove',
    'fish gluten molluscs sulphites',
    { minutes: 17 },
  ),
  dish(507, ['Cod with pil-pil', 'Треска пиль-пиль', 'COD PIL-PIL'], 2190, 740, 'stove', 'fish', { minutes: 18 }),
  dish(508, ['Turbot', 'Тюрбо', 'TURBOT'], 0, 2600, 'grill', 'fish', {
    minutes: 22,
    groups: ['garnish'],
    price: { kind: 'by-weight', perKilogram: 5900 },
  }),
  dish(509, ['Grilled prawns', 'Креветки гриль', 'GRILL PRAWNS'], 2190, 820, 'grill', 'crustaceans', {
    minutes: 10,
    groups: ['garnish'],
  }),
  dish(510, ['Catch of the day', 'Улов дня', 'CATCH'], 0, 900, 'grill', 'fish', {
    minutes: 18,
    groups: ['side', 'garnish'],
    price: { kind: 'open' },
  }),
])

export const ricePasta = section(6, 'rice-pasta', ['Rice and pasta', 'Рис и паста'], 'main', 2, (dish) => [
  dish(
    601,
    ['Seafood paella', 'Паэлья с морепродуктами', 'PAELLA SEA'],
    1950,
    580,
    'stove',
    'crustaceans fish molluscs',
    { minutes: 28 },
  ),
  dish(602, ['Chicken paella', 'Паэлья с курицей', 'PAELLA CHICK'], 1690, 430, 'stove', '', { minutes: 28 }),
  dish(603, ['Vegetable paella', 'Паэлья с овощами', 'PAELLA VEG'], 1590, 340, 'stove', '', { minutes: 26 }),
  dish(604, ['Black rice', 'Чёрный рис', 'BLACK RICE'], 1890, 520, 'stove', 'molluscs fish eggs', {
    minutes: 27,
    groups: ['sauce'],
  }),
  dish(605, ['Mushroom risotto', 'Ризотто с грибами', 'RISOTTO'], 1550, 360, 'stove', 'milk sulphites', {
    minutes: 20,
    groups: ['garnish'],
  }),
  dish(606, ['Fideuà', 'Фидеуа', 'FIDEUA'], 1690, 460, 'stove', 'gluten fish molluscs crustaceans', {
    minutes: 24,
    groups: ['sauce'],
  }),
  dish(
    607,
    ['Spaghetti with clams', 'Спагетти с вонголе', 'VONGOLE'],
    1590,
    440,
    'stove',
    'gluten molluscs sulphites',
    { minutes: 14, groups: ['garnish'] },
  ),
  dish(
    608,
    ['Oxtail ravioli', 'Равиоли с бычьим хвостом', 'RAVIOLI'],
    1690,
    450,
    'stove',
    'gluten eggs milk celery sulphites',
    { minutes: 14 },
  ),
  dish(609, ['Penne arrabbiata', 'Пенне арабьята', 'ARRABBIATA'], 1190, 210, 'stove', 'gluten', {
    minutes: 13,
    groups: ['garnish'],
  }),
  dish(610, ["Children's pasta", 'Детская паста', 'KIDS PASTA'], 790, 130, 'stove', 'gluten milk', {
    minutes: 10,
    course: 1,
  }),
])

export const sides = section(7, 'sides', ['Sides and bread', 'Гарниры и хлеб'], 'hot-starter', 2, (dish) => [
  dish(701, ['Chips', 'Картофель фри', 'CHIPS'], 490, 80, 'fry', '', { minutes: 7, groups: ['sauce'] }),
  dish(702, ['Sweet potato chips', 'Фри из батата', 'SWEET CHIPS'], 590, 110, 'fry', '', {
    minutes: 8,
    groups: ['sauce'],
  }),
  dish(703, ['Roast potatoes', 'Печёный картофель', 'ROAST POT'], 490, 80, 'stove', '', { minutes: 12 }),
  dish(704, ['Asparagus', 'Спаржа', 'ASPARAGUS'], 790, 230, 'grill', '', { minutes: 9, groups: ['sauce'] }),
  dish(705, ['Grilled vegetables', 'Овощи на гриле', 'GRILL VEG'], 750, 160, 'grill', '', { minutes: 11 }),
  dish(706, ['Mashed potato', 'Пюре', 'MASH'], 450, 90, 'stove', 'milk', { minutes: 7 }),
  dish(707, ['Spinach with pine nuts', 'Шпинат с кедровыми орехами', 'SPINACH'], 690, 150, 'stove', 'nuts', {
    minutes: 8,
  }),
  dish(708, ['Steamed rice', 'Рис на пару', 'RICE'], 390, 60, 'stove', '', { minutes: 6 }),
  dish(709, ['Bread basket', 'Хлебная корзина', 'BREAD'], 290, 60, '', 'gluten', { noTicket: true, course: 1 }),
  dish(710, ['Gluten-free bread', 'Хлеб без глютена', 'GF BREAD'], 350, 120, '', 'eggs', { noTicket: true, course: 1 }),
  dish(711, ['Cover charge', 'Обслуживание стола', 'COVER'], 150, 0, '', '', { noTicket: true, course: 0 }),
])
