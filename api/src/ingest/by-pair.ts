import type { Pair } from './stored-messages';

/** Something for each campaign × asset, made when it is first asked for. Messages of one come after another. */
export class ByPair<T> {
  private readonly all = new Map<number, Map<number, T>>();
  private last: { pair: Pair; value: T } | null = null;

  constructor(private readonly make: () => T) {}

  of({ campaignKey, assetKey }: Pair): T {
    const { last } = this;
    if (last?.pair.campaignKey === campaignKey && last.pair.assetKey === assetKey) return last.value;
    let ofCampaign = this.all.get(campaignKey);
    if (!ofCampaign) this.all.set(campaignKey, (ofCampaign = new Map<number, T>()));
    let value = ofCampaign.get(assetKey);
    if (value === undefined) ofCampaign.set(assetKey, (value = this.make()));
    this.last = { pair: { campaignKey, assetKey }, value };
    return value;
  }

  values(): T[] {
    return [...this.all.values()].flatMap((ofCampaign) => [...ofCampaign.values()]);
  }
}
