package io.shisei.export;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.api.Some;
import io.shisei.control.Controls;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What becomes of findings in a file: S3.8 is a control of FSBP, and {@link Some#ACCOUNT} is watched. */
final class Exported {

    private Exported() {}

    static String as(Format format, Finding... findings) {
        return as(new ExportFile(format, false, Locale.ENGLISH), List.of(findings));
    }

    static String as(ExportFile file, List<Finding> findings) {
        var out = new ByteArrayOutputStream();
        exports(findings).write(FindingFilter.ACTIVE, file, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Exports exports(List<Finding> findings) {
        var stream = mock(Findings.class);
        doAnswer(call -> {
                    for (var finding : findings) {
                        call.<Findings.Taker>getArgument(1).take(finding);
                    }
                    return null;
                })
                .when(stream)
                .each(any(), any());
        return exports(stream);
    }

    static Exports exports(Findings stream) {
        var controls = mock(Controls.class);
        when(controls.all()).thenReturn(List.of(Some.control("S3.8")));
        when(controls.standards()).thenReturn(List.of(Some.standard()));
        var accounts = mock(Accounts.class);
        when(accounts.findAllByOrderByNameAscIdAsc()).thenReturn(List.of(Some.account()));
        return new Exports(stream, controls, accounts);
    }
}
