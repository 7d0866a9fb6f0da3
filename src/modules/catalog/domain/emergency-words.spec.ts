import { normalise } from '../search/analyse.js';
import { speaksOfEmergency } from './emergency-words.js';

describe('speaksOfEmergency', () => {
  it.each([
    'I have chest pain since this morning',
    'My son CAN’T BREATHE!!',
    'heart  attack?',
    'there is a smell of gas in the kitchen',
    'douleur à la poitrine',
    'Il n’arrive plus à respirer',
    'fuite de gaz',
    'ألم في الصدر',
    'أَلَم في الصدر منذ الصباح',
    'ابني لا يتنفس',
  ])('hears it in: %s', (text) => {
    expect(speaksOfEmergency(text, normalise)).toBe(true);
  });

  it.each([
    'my sourdough does not rise',
    'guitar stroke technique',
    'chest of drawers, painting it',
    'breathe better when singing',
    'poêle à gaz qui ne chauffe pas',
    'cardiaque',
    'تعلم الطبخ',
    '',
  ])('does not hear it in: %s', (text) => {
    expect(speaksOfEmergency(text, normalise)).toBe(false);
  });
});
