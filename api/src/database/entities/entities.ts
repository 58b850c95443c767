import type { Dialect } from '../dialect';
import { factEntities } from '../facts/fact-entities';
import { ApiToken } from './api-token.entity';
import { AssetEntity } from './asset.entity';
import { AttributeEntity } from './attribute.entity';
import { Folder } from './folder.entity';
import { ImportRun } from './import-run.entity';
import { Program } from './program.entity';
import { ProgramCost } from './program-cost.entity';
import { RejectedEvent } from './rejected-event.entity';
import { ReportEntity } from './report.entity';
import { SmartCampaign } from './smart-campaign.entity';
import { SmartListEntity } from './smart-list.entity';
import { Source } from './source.entity';
import { SourceKeyEntity } from './source-key.entity';
import { Workspace } from './workspace.entity';

/** Every table there is. */
export function entities(dialect: Dialect['name']) {
  return [
    Workspace,
    Folder,
    Program,
    ProgramCost,
    SmartCampaign,
    AssetEntity,
    Source,
    SourceKeyEntity,
    ReportEntity,
    ImportRun,
    RejectedEvent,
    ApiToken,
    AttributeEntity,
    SmartListEntity,
    ...factEntities(dialect),
  ];
}
