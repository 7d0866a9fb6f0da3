/** One field that the server refused, with the rule it broke. */
export interface FieldProblem {
  readonly field: string;
  readonly rule: string;
  readonly facts?: Record<string, unknown>;
}

/** A refusal of the API. `code` is the contract: pages and translations switch on it, never on a message. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Record<string, unknown> = {},
    readonly correlationId: string | null = null,
  ) {
    super(`${status} ${code}`);
    this.name = 'ApiProblem';
  }

  get fields(): readonly FieldProblem[] {
    const { problems } = this.facts;
    return Array.isArray(problems) ? (problems as FieldProblem[]) : [];
  }

  static async of(response: Response): Promise<ApiProblem> {
    const body = await readJson(response);
    return new ApiProblem(
      response.status,
      typeof body['code'] === 'string' ? body['code'] : `http.${response.status}`,
      isRecord(body['facts']) ? body['facts'] : {},
      typeof body['correlationId'] === 'string' ? body['correlationId'] : null,
    );
  }
}

export function isApiProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}

/** The code to show for whatever went wrong: the API's own, or that it could not be reached at all. */
export function codeOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.code;
  return error instanceof TypeError ? 'network.unreachable' : 'unknown';
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
