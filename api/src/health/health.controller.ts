import { Controller, Get } from '@nestjs/common';
import { Store } from '../database/store';
import { Permission } from '../platform/route.decorators';
import { VERSION } from '../platform/version';

@Controller('health')
export class HealthController {
  constructor(private readonly store: Store) {}

  @Get()
  @Permission('open')
  async health() {
    await this.store.query('SELECT 1 AS one');
    return { status: 'ok', database: this.store.dialect.name === 'sqlite' ? 'sqlite' : 'mariadb', version: VERSION };
  }
}
