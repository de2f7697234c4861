package io.shisei.scan.reevaluation;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.control.Control;
import io.shisei.control.ControlCode;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Controls.Setting;
import io.shisei.control.Plan;
import io.shisei.control.setting.Level;
import io.shisei.control.setting.Settings;
import io.shisei.control.setting.Values;
import io.shisei.finding.sum.Standings;
import io.shisei.inventory.Listings;
import io.shisei.refusal.Refusal;
import io.shisei.score.Scores;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what a setting would do, before it is kept. */
@Component
public class SettingPreviews {

    private final Controls controls;
    private final Accounts accounts;
    private final Listings listings;
    private final StoredEvidence evidence;
    private final Sampling sampling;
    private final Standings standings;
    private final Scores scores;

    SettingPreviews(
            Controls controls,
            Accounts accounts,
            Listings listings,
            StoredEvidence evidence,
            Sampling sampling,
            Standings standings,
            Scores scores) {
        this.controls = controls;
        this.accounts = accounts;
        this.listings = listings;
        this.evidence = evidence;
        this.sampling = sampling;
        this.standings = standings;
        this.scores = scores;
    }

    /**
     * Judges what is stored as if this was said of a control at a level instead of all that is said there. Nothing is kept, and
     * AWS is not asked. So many places are judged as can be in some seconds.
     *
     * @throws Refusal when it could not be said
     */
    @Transactional(readOnly = true)
    public SettingPreview preview(ControlId id, Level level, Values values) {
        var control = controls.find(id).orElseThrow(() -> new Refusal.Unknown(ControlCode.UNKNOWN_CONTROL, id));
        var proposed = controls.proposed(id, level, values);
        var concerned = proposed.unlike(controls.settingsNow(), control);
        var effect = new Effect();
        standings.in(id, of(concerned, false)).forEach(effect::hidden);
        judge(control, of(concerned, true), proposed, effect);
        var account = level.accountId();
        var enabled = account == null
                ? Boolean.TRUE.equals(proposed.onAnywhere(Set.of(control)).get(id))
                : proposed.of(control, account).enabled();
        return preview(effect, scores.change(id, account, enabled, effect.moved()));
    }

    /** What judges the resources of an account. */
    private record Judge(Account account, Plan plan) {}

    private static Set<String> of(Map<String, Setting> concerned, boolean on) {
        return concerned.entrySet().stream()
                .filter(account -> account.getValue().enabled() == on)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void judge(Control control, Set<String> wanted, Settings proposed, Effect effect) {
        var sample = sampling.begin(control.id(), effect);
        var byAccount = new HashMap<String, Judge>();
        for (var listing : listings.of(wanted, control.types())) {
            if (sample.over()) {
                effect.unjudged();
            } else {
                var judge = byAccount.computeIfAbsent(listing.accountId(), id -> judge(control, id, proposed));
                switch (evidence.of(judge.account(), listing, judge.plan())) {
                    case StoredEvidence.None none -> {}
                    case StoredEvidence.Unread unread -> effect.unread();
                    case StoredEvidence.Seen seen -> sample.judge(seen);
                }
            }
        }
    }

    private Judge judge(Control control, String accountId, Settings proposed) {
        return new Judge(
                accounts.findById(accountId).orElseThrow(), controls.plan(Set.of(control.id()), accountId, proposed));
    }

    private static SettingPreview preview(Effect effect, Scores.Change change) {
        return new SettingPreview(
                effect.moves(),
                effect.resources(),
                effect.countUnjudged(),
                effect.countUnread(),
                change.now(),
                change.then(),
                change.standards());
    }
}
