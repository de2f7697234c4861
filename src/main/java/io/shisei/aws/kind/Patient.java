package io.shisei.aws.kind;

import io.shisei.aws.door.SdkFaults;
import java.util.Iterator;

/**
 * Goes on after the last page where the next one fails by a fault that may pass: so that hours of listing are not lost for
 * a minute of trouble. An iterator that fails stands where it stood, the SDK's paginators and {@link Pages#by} do.
 */
final class Patient<P> implements Iterator<P> {

    /** Beyond the retries of the SDK, which take their time. */
    private static final int TRIES = 3;

    private final Iterator<P> pages;
    private boolean begun;

    Patient(Iterator<P> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        return pages.hasNext();
    }

    @Override
    public P next() {
        for (int attempt = 1; ; attempt++) {
            try {
                var page = pages.next();
                begun = true;
                return page;
            } catch (RuntimeException fault) {
                if (!begun || attempt == TRIES || !SdkFaults.mayPass(fault)) {
                    throw fault;
                }
            }
        }
    }
}
