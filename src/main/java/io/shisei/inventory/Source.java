package io.shisei.inventory;

import io.shisei.account.Account;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Where the resources of an account come from: AWS itself, or a recording. */
public interface Source {

    /** Whether this source reads {@code account}; exactly one does. */
    boolean reads(Account account);

    /** Whether what a control judges can be read here: a recording holds the evidence of some controls only. */
    default boolean hasEvidenceFor(String controlId) {
        return true;
    }

    /**
     * The regions to read: the account's chosen ones, else all that are enabled; never {@code global}.
     *
     * @throws io.shisei.refusal.Refusal when AWS does not let us in
     */
    List<String> regions(Account account);

    /** Opens {@code account} in one region, or in {@link Scope#GLOBAL_REGION}. Makes no call yet. */
    Session open(Account account, String region);

    /** One account in one region, open for reading by several threads; closing it frees its connections. */
    interface Session extends AutoCloseable {

        /**
         * Reads the resources of one service. What cannot be read becomes a gap; only programming errors are thrown.
         *
         * @param wanted the types to list, each with the top-level fields that will be read of its documents
         * @param found takes each resource; called by several threads at once
         */
        Collected collect(String service, Map<ResourceType, Set<String>> wanted, Consumer<Resource> found);

        /**
         * Reads one resource again, if it is still listed; nothing is asked about others but what listing takes.
         *
         * @param fields the top-level fields that will be read of its document
         */
        default Collected reread(ResourceType type, Set<String> fields, String arn, Consumer<Resource> found) {
            return collect(type.service(), Map.of(type, fields), resource -> {
                if (resource.arn().equals(arn)) {
                    found.accept(resource);
                }
            });
        }

        @Override
        void close();
    }

    /**
     * What reading a service came to.
     *
     * @param calls requests sent to AWS, retries included
     * @param retries requests that repeated one that failed
     * @param throttles requests that AWS refused because too many came
     * @param absent whether AWS itself says that the service does not exist in this region
     * @param unlisted the types whose resources could not all be listed, and why
     * @param untagged of how many resources the tags could not be read, and why: no verdict hangs on them
     */
    record Collected(
            long calls,
            long retries,
            long throttles,
            boolean absent,
            Map<ResourceType, Gap> unlisted,
            List<Missing> untagged) {

        /** What went without retries and throttles. */
        public Collected(long calls, Map<ResourceType, Gap> unlisted) {
            this(calls, 0, 0, false, unlisted, List.of());
        }
    }
}
