package io.shisei.api.finding;

import io.shisei.api.Language;
import io.shisei.export.FindingItem;
import io.shisei.finding.Finding;
import io.shisei.scan.recheck.Recheck;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What came of reading a resource again.
 *
 * @param id names it among the causes of changes
 * @param at when the reading began
 * @param findings all that is or was said of the resource, as it stands now
 */
@Schema(name = "Recheck")
record RecheckItem(UUID id, Instant at, Recheck.Outcome outcome, List<FindingItem> findings) {

    static RecheckItem of(Recheck recheck, List<Finding> findings, Language language) {
        var now = findings.stream()
                .map(finding -> FindingItem.of(finding, language.locale()))
                .toList();
        return new RecheckItem(recheck.id(), recheck.at(), recheck.outcome(), now);
    }
}
