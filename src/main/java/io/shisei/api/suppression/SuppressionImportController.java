package io.shisei.api.suppression;

import io.shisei.api.Language;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.suppression.ImportReport;
import io.shisei.suppression.SuppressionImports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules of other products, taken as rules that hide findings. */
@RestController
@RequestMapping("/api/v1/suppressions/import")
@Tag(name = "Suppressions")
class SuppressionImportController {

    private final SuppressionImports imports;

    SuppressionImportController(SuppressionImports imports) {
        this.imports = imports;
    }

    /** What became of each rule, in the order of the file; {@code taken} with {@code takenOtherwise} are the rules made; those {@code there} were made before. */
    @Schema(name = "SuppressionImportReport")
    record Report(long taken, long takenOtherwise, long there, long leftOut, List<Line> lines) {
        static Report of(ImportReport it, Language language) {
            return new Report(
                    it.count(ImportReport.Outcome.TAKEN),
                    it.count(ImportReport.Outcome.TAKEN_OTHERWISE),
                    it.count(ImportReport.Outcome.THERE),
                    it.count(ImportReport.Outcome.LEFT_OUT),
                    it.lines().stream().map(line -> Line.of(line, language)).toList());
        }
    }

    /**
     * A rule; {@code line} is where it stands in the text, {@code hides} what it hides here, null where it is left out, and
     * {@code suppressionId} null where no rule was made or was there.
     */
    @Schema(name = "SuppressionImportLine")
    record Line(
            int line,
            String name,
            ImportReport.Outcome outcome,
            SuppressionBodies.@Nullable Preview hides,
            @Nullable UUID suppressionId,
            List<Remark> remarks) {
        static Line of(ImportReport.Line it, Language language) {
            return new Line(
                    it.line(),
                    it.name(),
                    it.outcome(),
                    it.match() == null ? null : SuppressionBodies.Preview.of(it.match()),
                    it.suppressionId(),
                    it.remarks().stream()
                            .map(remark -> Remark.of(remark, language))
                            .toList());
        }
    }

    /** What could not be taken, or not as it was. */
    @Schema(name = "SuppressionImportRemark")
    record Remark(String code, String detail) {
        static Remark of(Refusal it, Language language) {
            return new Remark(it.code().name(), it.in(language.locale()));
        }
    }

    @PostMapping
    @Needs(Permission.OPERATE)
    @Operation(summary = "Take Security Hub's automation rules or Prowler's mutelist, and tell what could not be taken")
    Report run(
            @Valid @RequestBody SuppressionBodies.Import wanted,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language,
            Principal user) {
        var dry = Boolean.TRUE.equals(wanted.dryRun());
        var report = dry ? imports.check(wanted.order()) : imports.run(wanted.order(), user.getName());
        return Report.of(report, language);
    }
}
