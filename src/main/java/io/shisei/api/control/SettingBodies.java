package io.shisei.api.control;

import io.shisei.control.setting.Level;
import io.shisei.control.setting.SettingChange;
import io.shisei.control.setting.Values;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Counts;
import io.shisei.refusal.Limits;
import io.shisei.scan.reevaluation.Reevaluation;
import io.shisei.scan.reevaluation.SettingPreview;
import io.shisei.score.ScoreChange;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers send and read about settings of controls. */
final class SettingBodies {

    private static final String OU = "The path of an organizational unit, such as /Workloads/Prod; not with accountId";
    private static final String ENABLED = "Whether the control is on; null: as the level around says";
    private static final String PARAMETERS = "By name; what is left out or null is as the level around says";

    private SettingBodies() {}

    /** What is said at one level: of an organizational unit, of an account, or (neither) everywhere. */
    @Schema(name = "ControlSetting")
    record Item(
            @Nullable String ou,
            @Nullable String accountId,
            @Nullable Boolean enabled,
            Map<String, Object> parameters) {

        static Item of(Level level, Values values) {
            return new Item(level.path(), level.accountId(), values.enabled(), values.parameters());
        }
    }

    /** What is to be said at one level, instead of all that is said there. */
    @Schema(name = "ControlSettingWanted")
    record Wanted(
            @Schema(description = OU) @Nullable @Size(max = Limits.OU)
            String ou,

            @Nullable @Size(max = Limits.ID) String accountId,
            @Schema(description = ENABLED) @Nullable Boolean enabled,
            @Schema(description = PARAMETERS) @Nullable Map<String, @Nullable Object> parameters,

            @Schema(description = "Why") @Nullable @Size(max = Limits.NOTE)
            String note) {

        Level level() {
            return Level.of(ou, accountId);
        }

        Values values() {
            return Values.NONE.with(enabled, parameters == null ? Map.of() : parameters);
        }
    }

    /** What was said before and after, of the switch and by parameter; null where nothing was. */
    @Schema(name = "ControlSettingValues")
    record Said(@Nullable Boolean enabled, Map<String, Object> parameters) {
        static Said of(Values values) {
            return new Said(values.enabled(), values.parameters());
        }
    }

    /**
     * How far findings have followed a change, judged again from what is stored.
     *
     * @param units resources of a type in a region of an account, all together
     * @param open units that are still to be judged
     * @param unread units of which what the control reads is not stored: they are judged when the next scan has read it
     * @param findings how many of which something else is said
     */
    @Schema(name = "Reevaluation")
    record Following(int units, int open, int unread, long findings) {
        static Following of(Reevaluation it) {
            return new Following(it.units(), it.open(), it.unread(), it.findings());
        }
    }

    /** One change; {@code id} names it among the causes of changes of findings. */
    @Schema(name = "ControlSettingChange")
    record Change(
            UUID id,
            @Nullable String ou,
            @Nullable String accountId,
            Instant at,
            String username,
            @Nullable String note,
            Said before,
            Said after,
            Following reevaluation) {

        static Change of(SettingChange it, Reevaluation followed) {
            return new Change(
                    it.id(),
                    it.level().path(),
                    it.level().accountId(),
                    it.at(),
                    it.username(),
                    it.note(),
                    Said.of(it.before()),
                    Said.of(it.after()),
                    Following.of(followed));
        }
    }

    /** So many findings; null where nothing is said, or would be. */
    @Schema(name = "FindingMove")
    record Move(@Nullable ComplianceStatus from, @Nullable ComplianceStatus to, long findings) {}

    /**
     * What a setting would do.
     *
     * @param moves the findings of which something else would be said
     * @param resources how many stored resources were judged for this
     * @param unjudged resources of a type in a region that were left out, as judging all would take long: they are counted as
     *     they are
     * @param unread those of which what the control reads is not stored: only the next scan would tell
     * @param now the control's active findings, in the account of the setting or in all
     * @param then as they would be
     * @param scores the standards' there
     */
    @Schema(name = "ControlSettingPreview")
    record Preview(
            List<Move> moves,
            long resources,
            int unjudged,
            int unread,
            Counts now,
            Counts then,
            List<ScoreChange> scores) {

        static Preview of(SettingPreview it) {
            return new Preview(
                    it.moves().stream()
                            .map(move -> new Move(move.from(), move.to(), move.findings()))
                            .toList(),
                    it.resources(),
                    it.unjudged(),
                    it.unread(),
                    it.now(),
                    it.then(),
                    it.scores());
        }
    }
}
