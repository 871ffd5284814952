// Casa Lola, the demo restaurant: desserts and drinks.
import { section } from './dish.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
/** Vermouth hour: noon to two. */
const vermouthHour = (amount: number, then: number) => ({
  kind: 'fixed' as const,
  amount,
  scheduled: [{ weekdays: everyDay, from: 12 * 60, until: 14 * 60, price: then }],
})
const alcohol = { tax: 'vat-21' as const, minutes: 4 }

export const desserts = section(8, 'desserts', ['Desserts', 'Десерты'], 'dessert', 3, (dish) => [
  dish(801, ['Crema catalana', 'Каталонский крем', 'CREMA CATAL'], 650, 120, 'pastry', 'milk eggs', { minutes: 6 }),
  dish(802, ['Burnt cheesecake', 'Баскский чизкейк', 'CHEESECAKE'], 750, 180, 'pastry', 'milk eggs gluten', {
    minutes: 5,
  }),
  dish(803, ['Churros and chocolate', 'Чуррос с шоколадом', 'CHURROS'], 690, 110, 'fry pastry', 'gluten milk', {
    minutes: 9,
  }),
  dish(804, ['Chocolate fondant', 'Шоколадный фондан', 'FONDANT'], 790, 190, 'pastry', 'milk eggs gluten', {
    minutes: 12,
  }),
  dish(805, ['Torrija', 'Торриха', 'TORRIJA'], 720, 140, 'pastry', 'milk eggs gluten', { minutes: 8 }),
  dish(806, ['Rice pudding', 'Рисовый пудинг', 'RICE PUDDING'], 590, 90, 'pastry', 'milk', { minutes: 4 }),
  dish(807, ['Ice cream', 'Мороженое', 'ICE CREAM'], 590, 130, 'pastry', 'milk', { minutes: 4, groups: ['scoops'] }),
  dish(808, ['Almond cake', 'Миндальный пирог', 'ALMOND CAKE'], 680, 150, 'pastry', 'nuts eggs', { minutes: 4 }),
  dish(809, ['Fresh fruit', 'Свежие фрукты', 'FRUIT'], 590, 140, 'cold', '', { minutes: 6 }),
  dish(810, ['Cheese plate', 'Сырная тарелка', 'CHEESE PLATE'], 1190, 380, 'cold', 'milk nuts gluten', { minutes: 7 }),
])

export const wineBeer = section(
  9,
  'wine-beer',
  ['Wine, beer, cocktails', 'Вино, пиво, коктейли'],
  'drink',
  0,
  (dish) => [
    dish(901, ['Beer', 'Пиво', 'BEER'], 320, 80, 'bar', 'gluten', { ...alcohol, minutes: 2 }),
    dish(902, ['Large beer', 'Большое пиво', 'LARGE BEER'], 520, 130, 'bar', 'gluten', { ...alcohol, minutes: 2 }),
    dish(903, ['Gluten-free beer', 'Пиво без глютена', 'GF BEER'], 390, 140, 'bar', '', { ...alcohol, minutes: 2 }),
    dish(904, ['Alcohol-free beer', 'Безалкогольное пиво', 'AF BEER'], 320, 90, 'bar', 'gluten', { minutes: 2 }),
    dish(905, ['Glass of Rioja', 'Бокал риохи', 'RIOJA GL'], 490, 130, 'bar', 'sulphites', alcohol),
    dish(906, ['Bottle of Rioja', 'Бутылка риохи', 'RIOJA BTL'], 2200, 720, 'bar', 'sulphites', alcohol),
    dish(907, ['Glass of Ribera', 'Бокал риберы', 'RIBERA GL'], 560, 160, 'bar', 'sulphites', alcohol),
    dish(908, ['Bottle of Ribera', 'Бутылка риберы', 'RIBERA BTL'], 2700, 900, 'bar', 'sulphites', alcohol),
    dish(909, ['Glass of Albariño', 'Бокал альбариньо', 'ALBARINO GL'], 520, 150, 'bar', 'sulphites fish', alcohol),
    dish(
      910,
      ['Bottle of Albariño', 'Бутылка альбариньо', 'ALBARINO BTL'],
      2450,
      810,
      'bar',
      'sulphites fish',
      alcohol,
    ),
    dish(911, ['Glass of cava', 'Бокал кавы', 'CAVA GL'], 480, 120, 'bar', 'sulphites', alcohol),
    dish(912, ['Bottle of cava', 'Бутылка кавы', 'CAVA BTL'], 2100, 640, 'bar', 'sulphites', alcohol),
    dish(913, ['Red vermouth', 'Красный вермут', 'VERMOUTH'], 450, 110, 'bar', 'sulphites', {
      ...alcohol,
      price: vermouthHour(450, 350),
      groups: ['ice'],
    }),
    dish(914, ['Sangria jug', 'Кувшин сангрии', 'SANGRIA JUG'], 1690, 410, 'bar', 'sulphites', {
      ...alcohol,
      minutes: 6,
    }),
    dish(915, ['Gin', 'Джин', 'GIN'], 950, 230, 'bar', '', { ...alcohol, groups: ['mixer', 'ice'] }),
    dish(916, ['Rum', 'Ром', 'RUM'], 950, 230, 'bar', '', { ...alcohol, groups: ['mixer', 'ice'] }),
    dish(917, ['Aperol spritz', 'Апероль шприц', 'SPRITZ'], 890, 210, 'bar', 'sulphites', { ...alcohol, minutes: 5 }),
    dish(918, ['Negroni', 'Негрони', 'NEGRONI'], 950, 240, 'bar', 'sulphites', { ...alcohol, minutes: 5 }),
  ],
)

export const softDrinks = section(
  10,
  'soft-drinks',
  ['Soft drinks and coffee', 'Напитки и кофе'],
  'drink',
  0,
  (dish) => [
    dish(951, ['Still water', 'Вода без газа', 'STILL WATER'], 280, 40, 'bar', '', { minutes: 2, groups: ['ice'] }),
    dish(952, ['Sparkling water', 'Вода с газом', 'SPARKLING'], 300, 50, 'bar', '', { minutes: 2, groups: ['ice'] }),
    dish(953, ['Cola', 'Кола', 'COLA'], 320, 70, 'bar', '', { minutes: 2, groups: ['ice'] }),
    dish(954, ['Cola zero', 'Кола без сахара', 'COLA ZERO'], 320, 70, 'bar', '', { minutes: 2, groups: ['ice'] }),
    dish(955, ['Lemonade', 'Лимонад', 'LEMONADE'], 390, 80, 'bar', '', { minutes: 3, groups: ['ice'] }),
    dish(956, ['Orange juice', 'Апельсиновый сок', 'ORANGE JUICE'], 420, 110, 'bar', '', {
      minutes: 3,
      groups: ['ice'],
    }),
    dish(957, ['Tonic', 'Тоник', 'TONIC'], 320, 80, 'bar', '', { minutes: 2, groups: ['ice'] }),
    dish(958, ['Iced tea', 'Холодный чай', 'ICED TEA'], 360, 70, 'bar', '', { minutes: 2, groups: ['ice'] }),
    dish(959, ['Espresso', 'Эспрессо', 'ESPRESSO'], 180, 30, 'bar', '', { minutes: 2 }),
    dish(960, ['Cortado', 'Кортадо', 'CORTADO'], 210, 40, 'bar', 'milk', { minutes: 3, groups: ['milk-choice'] }),
    dish(961, ['Cappuccino', 'Капучино', 'CAPPUCCINO'], 260, 60, 'bar', 'milk', {
      minutes: 3,
      groups: ['milk-choice'],
    }),
    dish(962, ['Tea', 'Чай', 'TEA'], 230, 30, 'bar', '', { minutes: 3, groups: ['milk-choice'] }),
    dish(963, ['Hot chocolate', 'Горячий шоколад', 'HOT CHOC'], 320, 80, 'bar', 'milk', {
      minutes: 4,
      groups: ['milk-choice'],
    }),
  ],
)
