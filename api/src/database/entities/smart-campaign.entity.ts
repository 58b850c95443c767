import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { idColumn } from './columns';

/** What sends. `key` is its short number in facts and tallies. */
@Entity('smart_campaign')
@Index('smart_campaign_id', ['workspaceId', 'id'], { unique: true })
export class SmartCampaign {
  @PrimaryGeneratedColumn({ name: 'campaign_key', type: 'int' })
  key!: number;

  @Column({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @Column(idColumn)
  id!: string;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  @Column({ ...idColumn, name: 'program_id' })
  programId!: string;

  /** The folder it was imported from, from which its program follows. */
  @Column({ ...idColumn, name: 'folder_id', nullable: true })
  folderId!: string | null;

  @Column({ name: 'campaign_type', type: 'varchar', length: 16 })
  campaignType!: 'batch' | 'trigger';

  @Column({ type: 'int', default: 0 })
  archived!: number;

  /** True while only events have named it: a later import of assets may name and place it. */
  @Column({ type: 'int', default: 0 })
  provisional!: number;
}
