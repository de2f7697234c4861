package io.shisei.aws.door;

import io.shisei.refusal.Refusal;

/** The parts of what is said of an access that AWS refused. */
enum AccessPhrase implements Refusal.Code {
    /** Tried what, where, what came back, what to do. */
    ACCESS_TRIED,
    ASSUMING_WITH_ID,
    ASSUMING_WITHOUT_ID,
    /** AWS's own words, which are English. */
    AWS_SAID,
    AWS_SAID_NO_MORE,
    AWS_SILENT,
    AWS_UNREACHABLE,
    NO_CREDENTIALS_FOUND,
    CHECK_NETWORK,
    GIVE_CREDENTIALS,
    CHECK_KEYS,
    RENEW_TOKEN,
    CHOOSE_ENABLED_REGION,
    GIVE_ORGANIZATION_ACCESS,
    USE_MANAGEMENT_ACCOUNT,
    CHECK_TRUST,
    ALLOW_ACTION
}
