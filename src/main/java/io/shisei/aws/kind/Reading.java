package io.shisei.aws.kind;

import io.shisei.aws.shape.Values;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Reads the resources of one kind at one site; {@code broken} is told what could not be listed, and {@code untold}, for each
 * resource, why its tags could not be read.
 *
 * @param only the ARN of the only one that is wanted; null: all are
 */
record Reading<L, R extends SdkPojo>(
        Kind<L, R> kind,
        ResourceType type,
        Site site,
        Set<String> wanted,
        @Nullable String only,
        Lane lane,
        Consumer<Resource> found,
        Consumer<Gap> broken,
        Consumer<Gap> untold) {

    void run() {
        var batch = new ArrayList<L>();
        var size = kind.source() instanceof Main.Described<L, R, ?> described ? described.batch() : 1;
        kind.listing()
                .walk()
                .run(
                        site,
                        listed -> {
                            if (isWanted(listed)) {
                                batch.add(listed);
                            }
                            if (batch.size() == size) {
                                hand(batch);
                            }
                        },
                        broken);
        hand(batch);
    }

    private boolean isWanted(L listed) {
        return only == null || known(() -> arn(listed)).filter(only::equals).isPresent();
    }

    private void hand(List<L> batch) {
        var copy = List.copyOf(batch);
        batch.clear();
        if (!copy.isEmpty()) {
            lane.add(() -> read(copy));
        }
    }

    private void read(List<L> batch) {
        switch (kind.source()) {
            case Main.Listed<L, R> main ->
                batch.forEach(listed ->
                        complete(listed, Kind.Detail.untold(main.object().apply(listed))));
            case Main.Described<L, R, ?> main -> describe(main, batch);
        }
    }

    private void describe(Main.Described<L, R, ?> main, List<L> batch) {
        switch (main.of(site, batch)) {
            case Answer.Given<Map<L, Kind.Detail<R>>> given -> given.value().forEach(this::complete);
            case Answer.Missing<Map<L, Kind.Detail<R>>> missing -> undescribed(main, batch, missing.gap());
            case Answer.None<Map<L, Kind.Detail<R>>> none -> {}
        }
    }

    private void undescribed(Main.Described<L, R, ?> main, List<L> batch, Gap gap) {
        if (!gone(gap)) {
            batch.forEach(listed -> give(listed, new Document(Map.of(), Map.of(Document.WHOLE, gap)), null));
        } else if (batch.size() > 1) {
            // One that is gone fails the others that were asked for with it.
            batch.forEach(listed -> describe(main, List.of(listed)));
        }
    }

    private boolean gone(Gap gap) {
        return kind.gone().contains(gap.error());
    }

    private void complete(L listed, Kind.Detail<R> detail) {
        var resource = detail.resource();
        var asked = kind.parts().stream()
                .filter(part -> wanted.contains(part.field()))
                .toList();
        var answers = answers(asked, listed, resource);
        var fields = new LinkedHashMap<>(Values.of(resource));
        var gaps = new LinkedHashMap<String, Gap>();
        for (int i = 0; i < asked.size(); i++) {
            var field = asked.get(i).field();
            switch (answers.get(i)) {
                case Answer.Given<Object> given -> {
                    if (given.value() instanceof Incomplete some) {
                        fields.put(field, Values.plain(some.known()));
                        gaps.put(field, some.gap());
                    } else {
                        fields.put(field, Values.plain(given.value()));
                    }
                }
                case Answer.Missing<Object> missing -> {
                    if (missing.notOffered() && isSetting()) {
                        return;
                    }
                    gaps.put(field, missing.gap());
                }
                case Answer.None<Object> none -> {}
            }
        }
        if (gaps.values().stream().noneMatch(this::gone)) {
            give(listed, new Document(fields, gaps), detail.tags());
        }
    }

    /** What is not listed exists where AWS has it at all. */
    private boolean isSetting() {
        return kind.listing().asks().isEmpty();
    }

    private List<Answer<Object>> answers(List<Part<L, R>> asked, L listed, R resource) {
        return asked.size() == 1
                ? List.of(asked.getFirst().of(site, listed, resource))
                : lane.all(asked.stream()
                        .map(part -> (Callable<Answer<Object>>) () -> part.of(site, listed, resource))
                        .toList());
    }

    private void give(L listed, Document document, @Nullable Map<String, String> tags) {
        known(() -> resource(listed, document, tags)).ifPresent(found);
    }

    /** What was listed without its id cannot be told from the others: the listing is incomplete. */
    private <T> Optional<T> known(Supplier<T> naming) {
        var ask = kind.listing().asks().stream().findFirst();
        if (ask.isEmpty()) {
            return Optional.of(naming.get()); // of the account itself
        }
        return switch (ask.get().<T>answer(naming::get)) {
            case Answer.Given<T> given -> Optional.of(given.value());
            case Answer.Missing<T> missing -> {
                broken.accept(missing.gap());
                yield Optional.empty();
            }
            case Answer.None<T> none -> Optional.empty();
        };
    }

    private String arn(L listed) {
        return Objects.requireNonNull(kind.naming().arn().apply(site, listed), "a resource without an ARN");
    }

    private Resource resource(L listed, Document document, @Nullable Map<String, String> detailed) {
        var arn = arn(listed);
        var name = Objects.requireNonNull(kind.naming().name().apply(listed), "a resource without a name");
        var tags = tags(listed, arn, detailed);
        return new Resource(arn, type, name, tags.all(), tags.unread(), document);
    }

    private Tagging.Tags tags(L listed, String arn, @Nullable Map<String, String> detailed) {
        if (kind.detailHasTags()) {
            return detailed == null ? Tagging.Tags.UNREAD : Tagging.Tags.of(detailed);
        }
        var taggedAs = kind.naming().taggedAs();
        if (taggedAs == null) {
            return Tagging.Tags.of(kind.naming().tagsOf(listed));
        }
        var tagging = only == null ? Tagging.of(site, taggedAs) : Tagging.ofOne(site, arn);
        return tagging.of(arn, untold);
    }
}
