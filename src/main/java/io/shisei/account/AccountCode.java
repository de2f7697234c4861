package io.shisei.account;

import io.shisei.refusal.Refusal;

/** Rules on accounts and organizations. */
public enum AccountCode implements Refusal.Code {
    UNKNOWN_ACCOUNT,
    /** AWS did not let us in. Its argument says what was tried, what AWS answered, and what to do. */
    ACCESS_REFUSED,
    /** Its arguments are the account to which an access leads, and that to which it should. */
    LEADS_ELSEWHERE,
    /** Its obstacle is the account. */
    ALREADY_WATCHED,
    NOT_A_ROLE,
    EXTERNAL_ID_ALONE,
    NO_REGION,
    NOT_A_REGION,
    REGION_NOT_ENABLED,
    SAMPLE_IS_RECORDED,
    MANAGED_BY_ORGANIZATION,
    NO_ORGANIZATION,
    NOT_A_MEMBER_ROLE,
    NO_OU,
    NOT_AN_OU,
    OU_NOT_THERE,
    /** No watched account, of those that were named beside it, is in the unit. */
    NONE_IN_OU,
    SYNC_RUNNING,
    NOT_TRIED_YET,
    /** An account has gone to a unit that was not there a moment before. */
    ORGANIZATION_MOVED;

    /** @param answer what was tried, what AWS answered, and what to do: words, or a {@link Refusal.Phrase} */
    public static Refusal.Impossible accessRefused(Object answer) {
        return new Refusal.Impossible(ACCESS_REFUSED, null, answer);
    }

    /** @param cause what the SDK threw */
    public static Refusal.Impossible accessRefused(Object answer, Throwable cause) {
        var refused = accessRefused(answer);
        refused.initCause(cause);
        return refused;
    }

    public static Refusal.Impossible leadsElsewhere(String found, String wanted) {
        return new Refusal.Impossible(LEADS_ELSEWHERE, null, found, wanted);
    }
}
