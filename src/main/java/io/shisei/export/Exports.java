package io.shisei.export;

import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.refusal.Refusal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes findings into files, as many as there are. */
@Component
public class Exports {

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    /** Each holds a connection to the database for as long as its reader takes. */
    static final int AT_ONCE = 4;

    private final Findings findings;
    private final Controls controls;
    private final Accounts accounts;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Exports(Findings findings, Controls controls, Accounts accounts) {
        this.findings = findings;
        this.controls = controls;
        this.accounts = accounts;
    }

    /**
     * Writes all findings that the filter wants, as of one moment, or until {@code out} takes no more; it is flushed, and
     * left open.
     *
     * @throws Refusal.Conflict when as many exports run as may, before anything is written
     */
    public void write(FindingFilter filter, ExportFile file, OutputStream out) {
        if (!free.tryAcquire()) {
            throw new Refusal.Conflict(ExportCode.TOO_MANY_EXPORTS, null, AT_ONCE);
        }
        try {
            var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            var layout = layout(file, text);
            layout.begin();
            findings.each(filter, layout::add);
            layout.end();
            text.flush();
        } catch (IOException | UncheckedIOException hungUp) {
            LOG.info("The reader of an export did not wait for its end: {}", hungUp.getMessage());
        } finally {
            free.release();
        }
    }

    private Layout layout(ExportFile file, Writer out) {
        var context = Context.of(controls, accounts, file.locale());
        return switch (file.format()) {
            case CSV -> new Csv(out, context, file.bom());
            case JSONL -> new JsonLines(out, finding -> FindingItem.of(finding, file.locale()));
            case ASFF -> new AsffList(out, context);
            case OCSF -> new JsonLines(out, finding -> OcsfFinding.of(finding, context), OcsfFinding.JSON);
        };
    }
}
