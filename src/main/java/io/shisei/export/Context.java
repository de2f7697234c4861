package io.shisei.export;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.control.Text;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an export says of findings beyond what stands in them. */
record Context(
        Map<ControlId, Control> controls, List<Standard> standards, Map<String, Account> accounts, Locale locale) {

    /** The region whose endpoint serves what has none of its own, by partition. */
    private static final Map<String, String> HOMES =
            Map.of("aws", "us-east-1", "aws-cn", "cn-north-1", "aws-us-gov", "us-gov-west-1");

    static Context of(Controls controls, Accounts accounts, Locale locale) {
        return new Context(
                controls.all().stream().collect(Collectors.toMap(Control::id, Function.identity())),
                controls.standards(),
                accounts.findAllByOrderByNameAscIdAsc().stream()
                        .collect(Collectors.toMap(Account::id, Function.identity())),
                locale);
    }

    /** The control's title; its id, where the product no longer has it. */
    String title(Finding finding) {
        return ofControl(finding, Control::title, finding.controlId().value());
    }

    /** Empty where the product no longer has the control. */
    String remediation(Finding finding) {
        return ofControl(finding, Control::remediation, "");
    }

    private String ofControl(Finding finding, Function<Control, Text> text, String otherwise) {
        var control = controls.get(finding.controlId());
        return control == null ? otherwise : text.apply(control).in(locale);
    }

    String reason(Finding finding) {
        return finding.reason().in(locale);
    }

    /** What is wrong; for what is not, which demand it meets. */
    String description(Finding finding) {
        var reason = reason(finding);
        return reason.isBlank() ? title(finding) : reason;
    }

    /** The standards whose score it counts for. */
    List<Standard> standards(Finding finding) {
        return standards.stream()
                .filter(standard -> standard.controls().contains(finding.controlId()))
                .toList();
    }

    /** Our name of the account; empty where it is gone since. */
    String accountName(Finding finding) {
        var account = accounts.get(finding.accountId());
        return account == null ? "" : account.name();
    }

    String partition(Finding finding) {
        var account = accounts.get(finding.accountId());
        return account == null ? "aws" : account.partition();
    }

    /** One that AWS knows: what is global has the region whose endpoint serves it. */
    String region(Finding finding) {
        return finding.region().equals(Scope.GLOBAL_REGION)
                ? HOMES.getOrDefault(partition(finding), Scope.GLOBAL_REGION)
                : finding.region();
    }

    /** As Security Hub has it: where no issue was found, none is severe. */
    static Severity severity(Finding finding) {
        return finding.complianceStatus() == ComplianceStatus.PASSED ? Severity.INFORMATIONAL : finding.severity();
    }
}
