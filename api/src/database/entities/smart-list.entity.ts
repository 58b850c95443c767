import type { SmartList } from '@tallysheet/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from './columns';

/** A smart list that was saved under a name. */
@Entity('smart_list')
export class SmartListEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  @Column({ name: 'smart_list_json', type: 'simple-json' })
  smartList!: SmartList;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: number;

  @Column({ ...instantColumn, name: 'updated_at' })
  updatedAt!: number;
}
