package io.shisei.suppression.foreign;

import io.shisei.finding.rule.TagMatch.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tags of a mutelist: each {@code key=value}, or several of these with {@code |} between, of which any will do. */
final class MutedTags {

    /** The value may be any, which an expression that ends after the equals sign finds, too. */
    private static final Pattern TAG = Pattern.compile("([^=|\\[\\](){}+*?^$\\\\]+)=([^|\\[\\](){}+*?^$\\\\]*|\\.\\*)");

    private MutedTags() {}

    static void read(List<String> items, RuleDraft draft) {
        for (var item : items) {
            if (!item.equals("*")) {
                var tags = tags(item, draft);
                if (tags.size() == 1) {
                    draft.allTags.addAll(tags);
                } else if (draft.anyTags.isEmpty()) {
                    draft.anyTags.addAll(tags);
                } else {
                    draft.leaveOut(ForeignCode.TAGS_TOO_RICH, item);
                }
            }
        }
    }

    static void readExceptions(List<String> items, RuleDraft draft) {
        for (var item : items) {
            var tags = tags(item, draft);
            draft.noTags.addAll(tags);
            if (tags.stream().anyMatch(tag -> tag.value() != null)) {
                draft.remark(ForeignCode.EXEMPTS_EXACTLY, item);
            }
        }
    }

    /** None where it is no tag, which leaves the rule out. */
    private static List<Tag> tags(String item, RuleDraft draft) {
        var tags = new ArrayList<Tag>();
        for (var alternative : item.split("\\|", -1)) {
            var tag = TAG.matcher(alternative.strip());
            if (!tag.matches()) {
                draft.leaveOut(ForeignCode.TAGS_TOO_RICH, item);
                return List.of();
            }
            var value = tag.group(2).strip();
            tags.add(new Tag(tag.group(1).strip(), value.isEmpty() || value.equals(".*") ? null : value));
        }
        return tags;
    }
}
