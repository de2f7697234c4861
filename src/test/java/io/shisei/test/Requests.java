package io.shisei.test;

import io.shisei.account.AccountChange;
import io.shisei.control.ControlId;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanRequest;
import java.util.List;

/** What people ask for, in the simplest form. */
public final class Requests {

    private Requests() {}

    public static ScanRequest scan(String accountId) {
        return new ScanRequest(accountId, null, null, Scan.Trigger.MANUAL, null);
    }

    /** Of one control alone. */
    public static ScanRequest scan(String accountId, ControlId control) {
        return new ScanRequest(accountId, null, List.of(control), Scan.Trigger.MANUAL, null);
    }

    public static AccountChange name(String name) {
        return new AccountChange(name, null, null, null);
    }
}
