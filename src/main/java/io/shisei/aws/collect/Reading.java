package io.shisei.aws.collect;

import io.shisei.aws.Site;
import io.shisei.aws.Values;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkPojo;

/** Reads the resources of one kind at one site; {@code broken} is told what could not be listed. */
record Reading<L>(
        Kind<L> kind,
        ResourceType type,
        Site site,
        Set<String> wanted,
        Lane lane,
        Consumer<Resource> found,
        Consumer<Gap> broken) {

    void run() {
        var batch = new ArrayList<L>();
        var size = kind.source() instanceof Main.Described<L> described ? described.batch() : 1;
        kind.listing()
                .walk()
                .run(
                        site,
                        listed -> {
                            batch.add(listed);
                            if (batch.size() == size) {
                                hand(batch);
                            }
                        },
                        broken);
        hand(batch);
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
            case Main.Listed<L> main ->
                batch.forEach(listed -> complete(listed, Values.of(main.object().apply(listed)), Map.of()));
            case Main.Described<L> main -> describe(main, batch);
        }
    }

    private void describe(Main.Described<L> main, List<L> batch) {
        switch (main.of(site, batch)) {
            case Answer.Given<Map<L, SdkPojo>> given ->
                given.value().forEach((listed, object) -> complete(listed, Values.of(object), Map.of()));
            case Answer.Missing<Map<L, SdkPojo>> missing -> undescribed(main, batch, missing.gap());
            case Answer.None<Map<L, SdkPojo>> none -> {}
        }
    }

    private void undescribed(Main.Described<L> main, List<L> batch, Gap gap) {
        if (!gone(gap)) {
            batch.forEach(listed -> complete(listed, Map.of(), Map.of(Document.WHOLE, gap)));
        } else if (batch.size() > 1) {
            // One that is gone fails the others that were asked for with it.
            batch.forEach(listed -> describe(main, List.of(listed)));
        }
    }

    private boolean gone(Gap gap) {
        return kind.gone().contains(gap.error());
    }

    private void complete(L listed, Map<String, Object> main, Map<String, Gap> lost) {
        var asked = kind.parts().stream()
                .filter(part -> wanted.contains(part.field()))
                .toList();
        var answers = answers(asked, listed);
        var fields = new LinkedHashMap<>(main);
        fields.keySet().removeAll(kind.moving());
        var gaps = new LinkedHashMap<>(lost);
        for (int i = 0; i < asked.size(); i++) {
            var field = asked.get(i).field();
            switch (answers.get(i)) {
                case Answer.Given<Object> given -> fields.put(field, Values.plain(given.value()));
                case Answer.Missing<Object> missing -> gaps.put(field, missing.gap());
                case Answer.None<Object> none -> {}
            }
        }
        if (gaps.values().stream().noneMatch(this::gone)) {
            give(listed, new Document(fields, gaps));
        }
    }

    private List<Answer<Object>> answers(List<Part<L>> asked, L listed) {
        return asked.size() == 1
                ? List.of(asked.getFirst().of(site, listed))
                : lane.all(asked.stream()
                        .map(part -> (Callable<Answer<Object>>) () -> part.of(site, listed))
                        .toList());
    }

    /** What was listed without its id cannot be told from the others: the listing is incomplete. */
    private void give(L listed, Document document) {
        switch (kind.listing().asks().getFirst().answer(() -> resource(listed, document))) {
            case Answer.Given<Resource> given -> found.accept(given.value());
            case Answer.Missing<Resource> missing -> broken.accept(missing.gap());
            case Answer.None<Resource> none -> {}
        }
    }

    private Resource resource(L listed, Document document) {
        var naming = kind.naming();
        return new Resource(
                Objects.requireNonNull(naming.arn().apply(site, listed), "a resource without an ARN"),
                type,
                Objects.requireNonNull(naming.name().apply(listed), "a resource without a name"),
                naming.tags().apply(listed),
                document);
    }
}
