package io.shisei.control.cel.value;

import io.shisei.control.cel.partial.PartlyRead;
import io.shisei.inventory.Document;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document during one evaluation: it remembers that a gap was touched, even where CEL absorbs the error. */
public final class DocumentView extends StructView implements PartlyRead {

    private final Document document;
    private boolean touched;

    public DocumentView(Shape shape, Document document) {
        super(shape, document.fields());
        this.document = document;
    }

    /** Whether a field was asked for that could not be read. */
    public boolean touched() {
        return touched;
    }

    @Override
    public @Nullable String unread(String field) {
        var gap = document.gap(field);
        return gap == null ? null : gap.summary();
    }

    @Override
    public @Nullable Object known(String field) {
        return super.find(field).orElse(null);
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
        if (document.gap(name) != null) {
            touched = true;
            throw new GapTouched();
        }
    }

    private static final class GapTouched extends RuntimeException {
        GapTouched() {
            super("a gap", null, false, false);
        }
    }
}
