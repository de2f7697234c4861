package io.shisei.finding;

/** Why a finding is archived. */
public enum ArchiveReason {
    /** A complete listing of the account and region no longer had the resource. */
    RESOURCE_GONE,
    /** The resource is there, but the control has nothing to say of it any more. */
    NOT_APPLICABLE,
    /** Its region was taken out of the account's, or is not enabled for the account any more. */
    REGION_NOT_WATCHED,
    /** Its control was switched off. */
    CONTROL_DISABLED,
    /** The product no longer has its control. */
    CONTROL_REMOVED,
    /** Its account left the organization, or was closed. */
    ACCOUNT_RETIRED
}
