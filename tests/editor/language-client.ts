import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  ApplyWorkspaceEditRequest,
  CodeActionRequest,
  ConfigurationRequest,
  createMessageConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  MessageType,
  ShowMessageNotification,
  ShowMessageRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentEdit,
  type CodeAction,
  type Command,
  type Diagnostic,
  type Position,
  type Range,
  type StarRequestHandler,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";

/** How an editor's extension starts its server. */
export interface Server {
  /** Node's arguments. */
  readonly command: readonly string[];
  /** What the server is told when it asks for the user's settings. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A file that is open in the editor. */
export interface OpenFile {
  /** The text as it is now, with every change that was chosen. */
  readonly text: string;
  /** What the server says of it. */
  diagnostics(): Promise<readonly Diagnostic[]>;
  /** Replaces the text, as typing does, and waits for what the server then says. */
  type(text: string): Promise<readonly Diagnostic[]>;
  /** The titles of what the editor's menu offers for a diagnostic. */
  menu(diagnostic: Diagnostic): Promise<readonly string[]>;
  /** Chooses from that menu. */
  choose(diagnostic: Diagnostic, title: string): Promise<void>;
  /** Does what the editor does on saving when the user wants everything fixed. */
  fixAll(): Promise<void>;
}

export interface Editor {
  open(path: string, languageId: string, text: string): OpenFile;
  /** What the user was told in a window of its own, and what the server wrote into its log as an error. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

interface Document {
  readonly languageId: string;
  text: string;
  version: number;
}

/**
 * Starts a language server, as an editor does.
 * @param folder the workspace.
 */
export async function startEditor(folder: string, { command, settings }: Server): Promise<Editor> {
  const child = spawn(process.execPath, command, { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const workspaceFolder = { uri: pathToFileURL(folder).href, name: "shop" };
  const documents = new Map<string, Document>();
  const complaints: string[] = [];

  const complain = ({ type, message }: { readonly type: MessageType; readonly message: string }): void => {
    if (type === MessageType.Error) complaints.push(message);
  };
  child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk.toString()));
  connection.onNotification(LogMessageNotification.type, complain);
  connection.onNotification(ShowMessageNotification.type, complain);
  connection.onRequest(ShowMessageRequest.type, ({ message }) => {
    complaints.push(message);
    return null;
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => ({ ...settings, workspaceFolder })));
  connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => {
    await apply(edit);
    return { applied: true };
  });
  // Registrations and refreshes are answered; the rest are the extension's own: no ESLint, no config, a failed probe.
  const answerOther: StarRequestHandler = (method, params) => {
    if (!/^(?:client|workspace)\//u.test(method)) complaints.push(`${method} ${JSON.stringify(params)}`);
    return null;
  };
  connection.onRequest(answerOther);
  connection.listen();

  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol still asks for it
    rootUri: null,
    workspaceFolders: [workspaceFolder],
    initializationOptions: [{ workspaceUri: workspaceFolder.uri, options: settings }],
    capabilities: {
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true },
        diagnostics: { refreshSupport: true },
      },
      textDocument: {
        diagnostic: { dynamicRegistration: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } } },
      },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    complaints,
    open(path, languageId, text) {
      const uri = pathToFileURL(join(folder, path)).href;
      const document: Document = { languageId, text, version: 1 };
      documents.set(uri, document);
      const opened = connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, ...document },
      });
      const diagnostics = async (): Promise<readonly Diagnostic[]> => {
        await opened;
        const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
        if (report.kind === "unchanged") throw new Error("Nothing was asked before that could be unchanged.");
        return report.items;
      };
      return {
        get text() {
          return document.text;
        },
        diagnostics,
        async type(typed) {
          await change(uri, typed);
          return diagnostics();
        },
        async menu(diagnostic) {
          return (await actionsAt(uri, diagnostic.range, [diagnostic])).map(({ title }) => title);
        },
        async choose(diagnostic, title) {
          await perform(await actionsAt(uri, diagnostic.range, [diagnostic]), (action) => action.title === title);
        },
        async fixAll() {
          const whole = { start: { line: 0, character: 0 }, end: { line: 1_000, character: 0 } };
          const kind = "source.fixAll";
          await perform(
            await actionsAt(uri, whole, [], kind),
            (action) => "kind" in action && action.kind.startsWith(kind),
          );
        },
      };
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await ended;
      connection.dispose();
    },
  };

  async function change(uri: string, text: string): Promise<void> {
    const document = documents.get(uri);
    if (document === undefined) throw new Error(`A file that is not open was changed: ${uri}`);
    document.text = text;
    document.version++;
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: document.version },
      contentChanges: [{ text }],
    });
  }

  async function actionsAt(
    uri: string,
    range: Range,
    diagnostics: Diagnostic[],
    only?: string,
  ): Promise<readonly (Command | CodeAction)[]> {
    const context = { diagnostics, ...(only !== undefined && { only: [only] }) };
    return (await connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context })) ?? [];
  }

  async function perform(
    actions: readonly (Command | CodeAction)[],
    isMeant: (action: Command | CodeAction) => boolean,
  ): Promise<void> {
    const action = actions.find(isMeant);
    if (action === undefined)
      throw new Error(`Only these are offered: ${actions.map(({ title }) => title).join(", ")}`);
    if ("edit" in action) await apply(action.edit);
    const command = typeof action.command === "string" ? (action as Command) : action.command;
    if (command === undefined) return;
    await connection.sendRequest(ExecuteCommandRequest.type, {
      command: command.command,
      ...(command.arguments !== undefined && { arguments: command.arguments }),
    });
  }

  async function apply({ changes = {}, documentChanges = [] }: WorkspaceEdit): Promise<void> {
    const edited = documentChanges
      .filter((edit) => TextDocumentEdit.is(edit))
      .map(({ textDocument, edits }): [string, readonly TextEdit[]] => [textDocument.uri, edits as TextEdit[]]);
    for (const [uri, edits] of [...Object.entries(changes), ...edited]) {
      await change(uri, applyEdits(documents.get(uri)?.text ?? "", edits));
    }
  }
}

/** Applies edits that do not overlap to a text. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .map(({ range, newText }) => ({ start: offsetAt(text, range.start), end: offsetAt(text, range.end), newText }))
    .sort((one, other) => other.start - one.start)
    .reduce((edited, { start, end, newText }) => edited.slice(0, start) + newText + edited.slice(end), text);
}

/** What stands at a range of a text. */
export function textAt(text: string, { start, end }: Range): string {
  return text.slice(offsetAt(text, start), offsetAt(text, end));
}

/** The offset of a position; characters are counted in UTF-16, the protocol's default. */
function offsetAt(text: string, { line, character }: Position): number {
  const lines = text.split("\n").slice(0, line);
  return lines.reduce((offset, { length }) => offset + length + 1, character);
}
