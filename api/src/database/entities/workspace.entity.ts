import type { Settings } from '@tallysheet/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from './columns';

export type DemoState = 'none' | 'loading' | 'loaded' | 'cleared';

/** A customer's data: the scope of every query, with its settings. */
@Entity('workspace')
export class Workspace {
  @PrimaryColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  @Column({ name: 'time_zone', type: 'varchar', length: 64 })
  timeZone!: string;

  @Column({ name: 'week_start', type: 'varchar', length: 16 })
  weekStart!: Settings['weekStart'];

  @Column({ type: 'varchar', length: 8 })
  language!: Settings['language'];

  @Column({ name: 'repeat_sends', type: 'varchar', length: 16 })
  repeatSends!: Settings['repeatSends'];

  @Column({ name: 'repeat_key', type: 'varchar', length: 16 })
  repeatKey!: Settings['repeatKey'];

  @Column({ name: 'soft_bounce', type: 'varchar', length: 16 })
  softBounce!: Settings['softBounce'];

  @Column({ name: 'proximity_seconds', type: 'int' })
  proximitySeconds!: number;

  /** True from the moment a counting rule changes until everything is recounted. */
  @Column({ type: 'int' })
  rebuilding!: number;

  /** Whether the demo was ever loaded, so that a cleared workspace stays empty. */
  @Column({ name: 'demo_state', type: 'varchar', length: 16 })
  demoState!: DemoState;

  /** Grows with every commit that changes a number. */
  @Column({ type: 'bigint' })
  revision!: number;

  /** Grows with what changes facts beside events and rules: merged and deleted people, what a link is for. */
  @Column({ type: 'bigint', name: 'facts_version', default: 0 })
  factsVersion!: number;

  /** Parameters of links that are personal here, beside those that always are. */
  @Column({ type: 'simple-json', name: 'personal_parameters', nullable: true })
  personalParameters!: string[] | null;

  /** Domains that are shown as another one: main domain by alias. */
  @Column({ type: 'simple-json', name: 'domain_aliases', nullable: true })
  domainAliases!: Record<string, string> | null;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: number;
}
