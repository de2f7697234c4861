package io.shisei.suppression.foreign;

import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an entry of a mutelist does not mute. Prowler's hold where all kinds of them fit, ours where any does: so ours hide no more. */
final class MutedExceptions {

    private static final Set<String> KEYS = Set.of("Accounts", "Regions", "Resources", "Tags");

    /** Where Prowler finds what has no region, unless its profile is of another one. */
    private static final Set<String> HOMES = Set.of("us-east-1", "cn-north-1", "us-gov-east-1");

    private MutedExceptions() {}

    /** @return whether there are some */
    static boolean read(Piece muted, RuleDraft draft) {
        var exceptions = muted.field("Exceptions");
        draft.checkKeys(exceptions, KEYS);
        if (!exceptions.texts().isEmpty()) {
            draft.leaveOut(ForeignCode.NAMES_NOTHING, "Exceptions");
        }
        var accounts = draft.list(exceptions, "Accounts");
        var regions = draft.list(exceptions, "Regions");
        var resources = draft.list(exceptions, "Resources");
        var tags = draft.list(exceptions, "Tags");
        var kinds = Stream.of(accounts, regions, resources, tags)
                .filter(kind -> !kind.isEmpty())
                .count();
        if (kinds > 1 || tags.size() > 1) {
            draft.remark(ForeignCode.EXEMPTS_MORE);
        }
        if (Stream.of(accounts, regions, resources).anyMatch(ResourceRegex::areAnything)) {
            draft.leaveOut(ForeignCode.EXEMPTS_ALL);
        } else {
            draft.exceptAccounts.addAll(accounts);
            regions(regions, draft);
            draft.addPatterns(resources, draft.exceptPatterns, ResourceRegex::exempt);
            MutedTags.readExceptions(tags, draft);
        }
        return kinds > 0;
    }

    private static void regions(List<String> regions, RuleDraft draft) {
        draft.exceptRegions.addAll(regions);
        regions.stream().filter(HOMES::contains).findFirst().ifPresent(home -> {
            draft.exceptRegions.add(Scope.GLOBAL_REGION);
            draft.remark(ForeignCode.GLOBAL_TOO, home);
        });
    }
}
