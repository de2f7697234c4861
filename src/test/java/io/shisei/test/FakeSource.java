package io.shisei.test;

import io.shisei.account.Account;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Missing;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An account of buckets that tests can break: it reads the accounts named {@code fake}, before anybody else does. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class FakeSource implements Source {

    public static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1");

    private static final String BLOCK = "PublicAccessBlockConfiguration";

    /** What reading a service does before it answers. */
    public interface Trouble {
        void happen(String region, String service) throws InterruptedException;
    }

    private final Map<String, Boolean> shutByBucket = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> reads = new ConcurrentHashMap<>();
    private volatile Trouble trouble = (region, service) -> {};
    private volatile Supplier<List<String>> regions = () -> REGIONS;
    private volatile Optional<Gap> unlisted = Optional.empty();
    private volatile Optional<Gap> unread = Optional.empty();
    private volatile Optional<Gap> untagged = Optional.empty();
    private volatile int listings = 1;
    private volatile Optional<String> another = Optional.empty();

    public void bucket(String name, boolean shut) {
        shutByBucket.put(name, shut);
    }

    public void remove(String name) {
        shutByBucket.remove(name);
    }

    public void trouble(Trouble next) {
        trouble = next;
    }

    public void regions(Supplier<List<String>> next) {
        regions = next;
    }

    /** From now on buckets cannot be listed. */
    public void denyListing(Gap gap) {
        unlisted = Optional.of(gap);
    }

    /** From now on the block of public access of a bucket cannot be read. */
    public void denyBlock(Gap gap) {
        unread = Optional.of(gap);
    }

    /** From now on the tags of buckets cannot be read. */
    public void denyTags(Gap gap) {
        untagged = Optional.of(gap);
    }

    /** Each bucket is listed so many times. */
    public void listings(int times) {
        listings = times;
    }

    /** There is evidence for another control, too. */
    public void judgedBy(String controlId) {
        another = Optional.of(controlId);
    }

    public int reads(String region, String service) {
        return reads.getOrDefault(region + " " + service, new AtomicInteger()).get();
    }

    public void reset() {
        shutByBucket.clear();
        reads.clear();
        trouble = (region, service) -> {};
        regions = () -> REGIONS;
        unlisted = Optional.empty();
        unread = Optional.empty();
        untagged = Optional.empty();
        listings = 1;
        another = Optional.empty();
    }

    @Override
    public boolean reads(Account account) {
        return account.name().equals("fake");
    }

    /** Its buckets have what the first ten controls read, and nothing set beside it. */
    @Override
    public boolean hasEvidenceFor(String controlId) {
        return FirstTen.CONTROLS.contains(controlId) || another.equals(Optional.of(controlId));
    }

    @Override
    public List<String> regions(Account account) {
        return regions.get();
    }

    @Override
    public Session open(Account account, String region) {
        return new FakeSession(region);
    }

    private final class FakeSession implements Session {

        private final String region;

        private FakeSession(String region) {
            this.region = region;
        }

        @Override
        public Collected collect(String service, Map<ResourceType, Set<String>> wanted, Consumer<Resource> found) {
            if (service.equals("ES")) {
                return new Collected(0, 0, 0, true, Map.of(), List.of());
            }
            reads.computeIfAbsent(region + " " + service, key -> new AtomicInteger())
                    .incrementAndGet();
            try {
                trouble.happen(region, service);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            var gaps = new HashMap<ResourceType, Gap>();
            var missing = new ArrayList<Missing>();
            wanted.keySet().stream()
                    .filter(type -> type.name().equals("AWS::S3::Bucket") && region.equals("eu-west-1"))
                    .forEach(type -> unlisted.ifPresentOrElse(gap -> gaps.put(type, gap), () -> {
                        list(type, wanted.get(type), found);
                        untagged.ifPresent(
                                gap -> missing.add(new Missing(type.name(), gap, Set.of(), shutByBucket.size())));
                    }));
            return new Collected(1, 0, 0, false, gaps, missing);
        }

        private void list(ResourceType type, Set<String> fields, Consumer<Resource> found) {
            for (int i = 0; i < listings; i++) {
                shutByBucket.forEach((name, shut) -> found.accept(bucket(type, fields, name, shut)));
            }
        }

        private Resource bucket(ResourceType type, Set<String> fields, String name, boolean shut) {
            return new Resource(
                    "arn:aws:s3:::" + name, type, name, Map.of(), untagged.isPresent(), document(fields, name, shut));
        }

        private Document document(Set<String> fields, String name, boolean shut) {
            if (!fields.contains(BLOCK)) {
                return Document.of(Map.of("Name", name));
            }
            var block = new HashMap<String, Object>();
            List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
                    .forEach(setting -> block.put(setting, shut));
            return unread.map(gap -> new Document(Map.of("Name", name), Map.of(BLOCK, gap)))
                    .orElseGet(() -> Document.of(Map.of("Name", name, BLOCK, block)));
        }

        @Override
        public void close() {}
    }
}
