// Casa Lola, the demo restaurant: how a dish can be asked for.
import type { Allergen } from '@comanda/shared/model/menu'
import { ModifierGroup } from '@comanda/shared/model/menu'

type Choice = {
  id: string
  en: string
  ru: string
  kitchen: string
  price?: number
  prepSeconds?: number
  allergens?: readonly Allergen[]
  nested?: string
}

const group = (
  id: string,
  en: string,
  ru: string,
  min: number,
  max: number,
  defaults: readonly string[],
  choices: readonly Choice[],
) =>
  ModifierGroup.parse({
    id,
    name: { en, ru },
    min,
    max,
    defaults,
    modifiers: choices.map((choice) => ({
      id: choice.id,
      name: { en: choice.en, ru: choice.ru },
      kitchenName: choice.kitchen,
      price: choice.price ?? 0,
      prepSeconds: choice.prepSeconds ?? 0,
      allergens: choice.allergens ?? [],
      ...(choice.nested === undefined ? {} : { nested: choice.nested }),
    })),
  })

export const modifierGroups = [
  group(
    'doneness',
    'Doneness',
    'Прожарка',
    1,
    1,
    [],
    [
      { id: 'blue', en: 'Blue', ru: 'Блю', kitchen: 'BLUE', prepSeconds: -240 },
      { id: 'rare', en: 'Rare', ru: 'С кровью', kitchen: 'RARE', prepSeconds: -180 },
      { id: 'medium-rare', en: 'Medium rare', ru: 'Слабая', kitchen: 'MED RARE', prepSeconds: -60 },
      { id: 'medium', en: 'Medium', ru: 'Средняя', kitchen: 'MEDIUM' },
      { id: 'medium-well', en: 'Medium well', ru: 'Почти полная', kitchen: 'MED WELL', prepSeconds: 120 },
      { id: 'well-done', en: 'Well done', ru: 'Полная', kitchen: 'WELL', prepSeconds: 300 },
    ],
  ),
  group(
    'side',
    'Side',
    'Гарнир',
    1,
    1,
    ['chips-side'],
    [
      { id: 'chips-side', en: 'Chips', ru: 'Картофель фри', kitchen: 'CHIPS' },
      { id: 'salad-side', en: 'Green salad', ru: 'Зелёный салат', kitchen: 'SALAD', nested: 'dressing', allergens: [] },
      { id: 'potatoes-side', en: 'Roast potatoes', ru: 'Печёный картофель', kitchen: 'ROAST POT' },
      { id: 'vegetables-side', en: 'Grilled vegetables', ru: 'Овощи на гриле', kitchen: 'GRILL VEG', price: 150 },
      {
        id: 'truffle-chips',
        en: 'Truffle chips',
        ru: 'Фри с трюфелем',
        kitchen: 'TRUFFLE CHIPS',
        price: 300,
        allergens: ['milk'],
      },
    ],
  ),
  group(
    'dressing',
    'Dressing',
    'Заправка',
    0,
    1,
    ['vinaigrette'],
    [
      { id: 'vinaigrette', en: 'Vinaigrette', ru: 'Винегрет', kitchen: 'VINAIGR', allergens: ['mustard', 'sulphites'] },
      { id: 'oil-lemon', en: 'Oil and lemon', ru: 'Масло и лимон', kitchen: 'OIL LEMON' },
      { id: 'caesar-dressing', en: 'Caesar', ru: 'Цезарь', kitchen: 'CAESAR', allergens: ['eggs', 'fish', 'milk'] },
    ],
  ),
  group(
    'sauce',
    'Sauce',
    'Соус',
    0,
    2,
    [],
    [
      { id: 'romesco', en: 'Romesco', ru: 'Ромеско', kitchen: 'ROMESCO', price: 150, allergens: ['nuts'] },
      { id: 'chimichurri', en: 'Chimichurri', ru: 'Чимичурри', kitchen: 'CHIMICHURRI', price: 150 },
      { id: 'aioli', en: 'Aioli', ru: 'Айоли', kitchen: 'AIOLI', price: 100, allergens: ['eggs'] },
      {
        id: 'pepper-sauce',
        en: 'Pepper sauce',
        ru: 'Перечный соус',
        kitchen: 'PEPPER',
        price: 200,
        allergens: ['milk'],
      },
      { id: 'mojo', en: 'Red mojo', ru: 'Красный мохо', kitchen: 'MOJO', price: 100 },
    ],
  ),
  group(
    'burger-extras',
    'Burger',
    'Бургер',
    0,
    8,
    ['onion', 'pickle', 'cheddar'],
    [
      { id: 'onion', en: 'Onion', ru: 'Лук', kitchen: 'ONION' },
      { id: 'pickle', en: 'Pickle', ru: 'Огурец', kitchen: 'PICKLE', allergens: ['mustard'] },
      { id: 'cheddar', en: 'Cheddar', ru: 'Чеддер', kitchen: 'CHEDDAR', allergens: ['milk'] },
      { id: 'bacon', en: 'Bacon', ru: 'Бекон', kitchen: 'BACON', price: 200, prepSeconds: 60 },
      {
        id: 'fried-egg',
        en: 'Fried egg',
        ru: 'Яичница',
        kitchen: 'FRIED EGG',
        price: 150,
        prepSeconds: 60,
        allergens: ['eggs'],
      },
      { id: 'avocado', en: 'Avocado', ru: 'Авокадо', kitchen: 'AVOCADO', price: 200 },
    ],
  ),
  group(
    'bun',
    'Bun',
    'Булочка',
    1,
    1,
    ['brioche'],
    [
      { id: 'brioche', en: 'Brioche', ru: 'Бриошь', kitchen: 'BRIOCHE', allergens: ['gluten', 'eggs', 'milk'] },
      {
        id: 'gluten-free-bun',
        en: 'Gluten-free',
        ru: 'Без глютена',
        kitchen: 'GF BUN',
        price: 150,
        allergens: ['eggs'],
      },
      { id: 'no-bun', en: 'In lettuce', ru: 'В салате', kitchen: 'LETTUCE' },
    ],
  ),
  group(
    'garnish',
    'Without or extra',
    'Без или больше',
    0,
    6,
    [],
    [
      { id: 'garlic', en: 'Garlic', ru: 'Чеснок', kitchen: 'GARLIC' },
      { id: 'butter', en: 'Butter', ru: 'Масло сливочное', kitchen: 'BUTTER', allergens: ['milk'] },
      { id: 'salt', en: 'Salt', ru: 'Соль', kitchen: 'SALT' },
      { id: 'parsley', en: 'Parsley', ru: 'Петрушка', kitchen: 'PARSLEY' },
      { id: 'chilli', en: 'Chilli', ru: 'Чили', kitchen: 'CHILLI' },
      { id: 'lemon', en: 'Lemon', ru: 'Лимон', kitchen: 'LEMON' },
    ],
  ),
  group(
    'milk-choice',
    'Milk',
    'Молоко',
    0,
    1,
    ['whole-milk'],
    [
      { id: 'whole-milk', en: 'Whole milk', ru: 'Цельное молоко', kitchen: 'MILK', allergens: ['milk'] },
      { id: 'oat-milk', en: 'Oat milk', ru: 'Овсяное молоко', kitchen: 'OAT', price: 50, allergens: ['gluten'] },
      { id: 'soy-milk', en: 'Soy milk', ru: 'Соевое молоко', kitchen: 'SOY', price: 50, allergens: ['soy'] },
    ],
  ),
  group(
    'ice',
    'Ice and lemon',
    'Лёд и лимон',
    0,
    3,
    [],
    [
      { id: 'ice-cubes', en: 'Ice', ru: 'Лёд', kitchen: 'ICE' },
      { id: 'lemon-slice', en: 'Lemon slice', ru: 'Долька лимона', kitchen: 'LEMON' },
      { id: 'room-temperature', en: 'Room temperature', ru: 'Без охлаждения', kitchen: 'ROOM TEMP' },
    ],
  ),
  group(
    'mixer',
    'Mixer',
    'Микс',
    1,
    1,
    ['tonic-mixer'],
    [
      { id: 'tonic-mixer', en: 'Tonic', ru: 'Тоник', kitchen: 'TONIC' },
      { id: 'soda-mixer', en: 'Soda', ru: 'Содовая', kitchen: 'SODA' },
      { id: 'cola-mixer', en: 'Cola', ru: 'Кола', kitchen: 'COLA' },
      { id: 'neat', en: 'Neat', ru: 'Без микса', kitchen: 'NEAT', price: -150 },
    ],
  ),
  group(
    'scoops',
    'Flavours',
    'Вкусы',
    2,
    3,
    [],
    [
      { id: 'vanilla', en: 'Vanilla', ru: 'Ваниль', kitchen: 'VANILLA', allergens: ['milk', 'eggs'] },
      { id: 'chocolate', en: 'Chocolate', ru: 'Шоколад', kitchen: 'CHOCOLATE', allergens: ['milk'] },
      {
        id: 'pistachio',
        en: 'Pistachio',
        ru: 'Фисташка',
        kitchen: 'PISTACHIO',
        price: 50,
        allergens: ['milk', 'nuts'],
      },
      { id: 'lemon-sorbet', en: 'Lemon sorbet', ru: 'Лимонный сорбет', kitchen: 'LEMON SORBET' },
      { id: 'turron-ice', en: 'Turrón', ru: 'Туррон', kitchen: 'TURRON', allergens: ['milk', 'nuts', 'eggs'] },
    ],
  ),
] as const
