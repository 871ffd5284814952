// Casa Lola, the demo restaurant: what comes first.
import { section } from './dish.ts'

export const coldTapas = section(1, 'cold-tapas', ['Cold tapas', 'Холодные тапас'], 'cold', 1, (dish) => [
  dish(101, ['Iberian ham', 'Иберийский хамон', 'HAM'], 1650, 620, 'cold', '', { minutes: 5 }),
  dish(102, ['Manchego cheese', 'Сыр манчего', 'MANCHEGO'], 1250, 410, 'cold', 'milk', { minutes: 5 }),
  dish(103, ['Anchovies in vinegar', 'Анчоусы в уксусе', 'ANCHOVIES'], 950, 280, 'cold', 'fish sulphites', {
    minutes: 5,
  }),
  dish(104, ['Tomato bread', 'Хлеб с томатом', 'TOMATO BREAD'], 420, 80, 'cold', 'gluten', { minutes: 4 }),
  dish(105, ['Olives', 'Оливки', 'OLIVES'], 380, 90, 'cold', 'sulphites', { minutes: 3 }),
  dish(106, ['Russian salad', 'Салат оливье', 'RUSSIAN SALAD'], 780, 190, 'cold', 'eggs fish', { minutes: 6 }),
  dish(107, ['Tuna tartare', 'Тартар из тунца', 'TUNA TARTARE'], 1590, 560, 'cold', 'fish soy sesame', {
    minutes: 9,
    groups: ['garnish'],
  }),
  dish(108, ['Steak tartare', 'Тартар из говядины', 'STEAK TARTARE'], 1690, 590, 'cold', 'eggs mustard celery', {
    minutes: 10,
    groups: ['garnish'],
  }),
  dish(109, ['Burrata and peach', 'Буррата с персиком', 'BURRATA'], 1390, 430, 'cold', 'milk nuts', { minutes: 7 }),
  dish(110, ['Salmon tiradito', 'Тирадито из лосося', 'TIRADITO'], 1450, 480, 'cold', 'fish sulphites', {
    minutes: 8,
    substitutes: ['tuna-tartare'],
  }),
  dish(111, ['Hummus and crudités', 'Хумус с овощами', 'HUMMUS'], 850, 160, 'cold', 'sesame celery', { minutes: 6 }),
  dish(112, ['Oyster', 'Устрица', 'OYSTER'], 450, 180, 'cold', 'molluscs', { minutes: 4 }),
])

export const hotTapas = section(2, 'hot-tapas', ['Hot tapas', 'Горячие тапас'], 'hot-starter', 1, (dish) => [
  dish(201, ['Patatas bravas', 'Картофель бравас', 'BRAVAS'], 680, 120, 'fry', 'eggs', {
    minutes: 8,
    groups: ['sauce'],
  }),
  dish(202, ['Ham croquettes', 'Крокеты с хамоном', 'CROQUETTES'], 890, 210, 'fry', 'gluten milk eggs', { minutes: 8 }),
  dish(203, ['Cod fritters', 'Оладьи из трески', 'COD FRITTERS'], 950, 260, 'fry', 'gluten fish eggs', { minutes: 9 }),
  dish(204, ['Fried squid', 'Жареные кальмары', 'SQUID'], 1190, 370, 'fry', 'gluten molluscs', {
    minutes: 8,
    groups: ['sauce', 'garnish'],
  }),
  dish(205, ['Padrón peppers', 'Перцы падрон', 'PADRON'], 720, 140, 'fry', '', { minutes: 6, groups: ['garnish'] }),
  dish(206, ['Garlic prawns', 'Креветки с чесноком', 'PRAWNS'], 1350, 470, 'stove', 'crustaceans', {
    minutes: 9,
    groups: ['garnish'],
  }),
  dish(207, ['Chorizo in cider', 'Чоризо в сидре', 'CHORIZO'], 920, 240, 'stove', 'sulphites', { minutes: 10 }),
  dish(208, ['Grilled octopus', 'Осьминог на гриле', 'OCTOPUS'], 1790, 640, 'grill', 'molluscs', {
    minutes: 12,
    groups: ['garnish'],
  }),
  dish(209, ['Grilled leeks', 'Лук-порей на гриле', 'LEEKS'], 890, 170, 'grill', 'nuts', {
    minutes: 11,
    groups: ['sauce'],
  }),
  dish(210, ['Spanish omelette', 'Тортилья', 'TORTILLA'], 750, 130, 'stove', 'eggs', { minutes: 12 }),
  dish(
    211,
    ['Mussels in white wine', 'Мидии в белом вине', 'MUSSELS'],
    1150,
    330,
    'stove',
    'molluscs sulphites celery',
    { minutes: 11 },
  ),
  dish(212, ['Meatballs', 'Фрикадельки', 'MEATBALLS'], 980, 260, 'stove', 'gluten eggs sulphites', { minutes: 10 }),
  dish(213, ['Camembert on coals', 'Камамбер на углях', 'CAMEMBERT'], 1090, 320, 'grill', 'milk nuts', { minutes: 11 }),
  dish(
    214,
    ['Tapas board for two', 'Ассорти тапас на двоих', 'TAPAS BOARD'],
    2450,
    760,
    'cold fry',
    'gluten milk eggs fish sulphites',
    { minutes: 12 },
  ),
])

export const soupsSalads = section(3, 'soups-salads', ['Soups and salads', 'Супы и салаты'], 'cold', 1, (dish) => [
  dish(301, ['Gazpacho', 'Гаспачо', 'GAZPACHO'], 690, 130, 'cold', 'gluten sulphites', { minutes: 4 }),
  dish(302, ['Salmorejo', 'Сальморехо', 'SALMOREJO'], 750, 150, 'cold', 'gluten eggs sulphites', { minutes: 4 }),
  dish(303, ['Fish soup', 'Рыбный суп', 'FISH SOUP'], 1150, 340, 'stove', 'fish crustaceans molluscs celery', {
    minutes: 9,
  }),
  dish(304, ['Garlic soup', 'Чесночный суп', 'GARLIC SOUP'], 720, 120, 'stove', 'gluten eggs', { minutes: 9 }),
  dish(305, ['Lentil soup', 'Чечевичный суп', 'LENTILS'], 780, 140, 'stove', 'celery', { minutes: 8 }),
  dish(306, ['Caesar salad', 'Салат цезарь', 'CAESAR'], 1190, 290, 'cold', 'gluten eggs fish milk mustard', {
    minutes: 8,
    groups: ['garnish'],
  }),
  dish(307, ['Goat cheese salad', 'Салат с козьим сыром', 'GOAT SALAD'], 1150, 310, 'cold', 'milk nuts', {
    minutes: 8,
    groups: ['dressing'],
  }),
  dish(308, ['Tomato and tuna belly', 'Томаты с тунцом', 'TOMATO TUNA'], 1290, 380, 'cold', 'fish sulphites', {
    minutes: 7,
  }),
  dish(309, ['Green salad', 'Зелёный салат', 'GREEN SALAD'], 690, 120, 'cold', '', {
    minutes: 5,
    groups: ['dressing'],
  }),
  dish(310, ['Quinoa and avocado', 'Киноа с авокадо', 'QUINOA'], 1090, 240, 'cold', null, {
    minutes: 7,
    groups: ['dressing'],
  }),
])
