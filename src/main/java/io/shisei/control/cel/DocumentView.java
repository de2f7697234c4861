package io.shisei.control.cel;

import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A document during one evaluation: it remembers the gaps that were touched, even where CEL absorbs the error. */
final class DocumentView extends StructView {

    private final Document document;
    private final Set<Gap> touched = new LinkedHashSet<>(0);

    DocumentView(Shape shape, Document document) {
        super(shape, document.fields());
        this.document = document;
    }

    Set<Gap> touched() {
        return touched;
    }

    @Override
    public Object select(String name) {
        watch(name);
        return super.select(name);
    }

    @Override
    public Optional<Object> find(String name) {
        watch(name);
        return super.find(name);
    }

    private void watch(String name) {
        if (document.gaps().isEmpty()) {
            return;
        }
        var gap = document.gaps().get(name);
        if (gap == null && !document.fields().containsKey(name)) {
            gap = document.gaps().get(Document.WHOLE);
        }
        if (gap != null) {
            touched.add(gap);
            throw new GapTouched(gap);
        }
    }

    private static final class GapTouched extends RuntimeException {
        GapTouched(Gap gap) {
            super(gap.summary(), null, false, false);
        }
    }
}
