import { frameLayout } from './frame-layout';

describe('The size of a mail in view', () => {
  it('is a desktop’s, drawn smaller where there is less room', () => {
    expect(frameLayout('desktop', { width: 520, height: 600 })).toEqual({
      width: 640,
      height: 738.4615384615385,
      scale: 0.8125,
    });
    expect(frameLayout('desktop', { width: 800, height: 600 })).toEqual({ width: 800, height: 600, scale: 1 });
    expect(frameLayout('desktop', { width: 2000, height: 600 })).toEqual({ width: 960, height: 600, scale: 1 });
  });

  it('is a phone’s, edge to edge on a phone itself', () => {
    expect(frameLayout('phone', { width: 800, height: 900 })).toEqual({ width: 375, height: 740, scale: 1 });
    expect(frameLayout('phone', { width: 390, height: 500 })).toEqual({ width: 390, height: 500, scale: 1 });
  });

  it('is nothing where there is no room', () => {
    expect(frameLayout('desktop', { width: 0, height: 0 })).toEqual({ width: 640, height: 0, scale: 0 });
  });
});
