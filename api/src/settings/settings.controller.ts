import { Controller, Get, Patch } from '@nestjs/common';
import { settingsPatchSchema, type Ctx, type SettingsAnswer, type SettingsPatch } from '@tallysheet/contract';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { SettingsService } from './settings.service';

@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @Permission('read')
  read(@CurrentCtx() ctx: Ctx): Promise<SettingsAnswer> {
    return this.settings.read(ctx);
  }

  @Patch()
  @Permission('admin')
  change(@CurrentCtx() ctx: Ctx, @ZodBody(settingsPatchSchema) patch: SettingsPatch): Promise<SettingsAnswer> {
    return this.settings.change(ctx, patch);
  }
}
