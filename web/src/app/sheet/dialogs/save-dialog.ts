import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Report } from '@tallysheet/contract';
import { DialogFrame } from '../../core/dialog/dialog-frame';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';
import { WorkspaceStore } from '../../core/workspace';

/** The name and place a report is to be saved under. */
export interface SavePlace {
  name: string;
  programId: string | null;
  folderId: string | null;
}

/** What the dialog starts from, and how it saves; a refusal is shown where it belongs. */
export interface SaveRequest extends SavePlace {
  save(place: SavePlace): Promise<Report>;
}

/** Asks under which name and where a report is to be saved. */
@Component({
  selector: 'ts-save-dialog',
  imports: [DialogFrame],
  templateUrl: './save-dialog.html',
  styles: `
    .field + .field {
      margin-top: 16px;
    }
    .problem {
      margin-top: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveDialog {
  private readonly problems = inject(ProblemText);
  private readonly workspace = inject(WorkspaceStore);

  readonly messages = inject(Messages);
  readonly request = inject<SaveRequest>(DIALOG_DATA);
  readonly dialog = inject<DialogRef<Report>>(DialogRef);

  readonly busy = signal(false);
  readonly tried = signal(false);
  readonly name = signal(this.request.name);
  private readonly problem = signal<unknown>(null);
  readonly place = signal(placeKey(this.request));
  /** Folders and programs, in the tree's order, each with the way to it. */
  readonly places = computed(() =>
    (this.workspace.tree()?.nodes ?? [])
      .filter(({ kind }) => kind === 'program' || kind === 'folder')
      .map(({ key, name }) => ({
        key,
        label: [...this.workspace.ancestors(key).map((node) => node.name), name].join(' › '),
      })),
  );
  readonly nameError = computed(() =>
    this.tried() && this.name().trim() === '' ? this.messages.t('sheet.save.name-missing') : null,
  );
  readonly otherError = computed(() => {
    const problem = this.problem();
    return problem && !this.nameError() ? this.problems.of(problem) : null;
  });

  rename(name: string): void {
    this.problem.set(null);
    this.name.set(name);
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const name = this.name().trim();
    if (name === '' || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(await this.request.save({ name, ...placeOf(this.place()) }));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

function placeKey({ programId, folderId }: SavePlace): string {
  return programId !== null ? `program:${programId}` : folderId !== null ? `folder:${folderId}` : '';
}

function placeOf(key: string): Omit<SavePlace, 'name'> {
  const id = key.slice(key.indexOf(':') + 1);
  return {
    programId: key.startsWith('program:') ? id : null,
    folderId: key.startsWith('folder:') ? id : null,
  };
}
