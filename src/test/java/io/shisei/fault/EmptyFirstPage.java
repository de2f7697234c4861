package io.shisei.fault;

import io.shisei.test.Gate.Behind;
import io.shisei.test.Gate.Meddler;
import io.shisei.test.Gate.Reply;
import io.shisei.test.Gate.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts a page with nothing on it but a token before the first one of each listing. */
final class EmptyFirstPage implements Meddler {

    private static final String TOKEN = "empty-page-";
    private static final JsonMapper JSON = new JsonMapper();

    private final PageShape shape;
    private final AtomicInteger pages = new AtomicInteger();
    private final Map<String, Request> first = new ConcurrentHashMap<>();

    EmptyFirstPage(PageShape shape) {
        this.shape = shape;
    }

    /** How many were sent. */
    int pages() {
        return pages.get();
    }

    @Override
    public Reply answer(Request request, Behind aws) throws IOException, InterruptedException {
        for (var known : first.entrySet()) {
            if (request.contains(known.getKey())) {
                return aws.answer(known.getValue());
            }
        }
        var token = TOKEN + pages.incrementAndGet() + "-";
        first.put(token, request);
        return emptied(aws.answer(request), token);
    }

    private Reply emptied(Reply page, String token) {
        var body = new String(page.body(), StandardCharsets.UTF_8);
        return new Reply(
                page.status(), page.type(), body.stripLeading().startsWith("{") ? json(body, token) : xml(page, token));
    }

    private String json(String body, String token) {
        var page = (ObjectNode) JSON.readTree(body);
        shape.lists().forEach(page::putArray);
        page.put(shape.token(), token);
        return page.toString();
    }

    private String xml(Reply page, String token) {
        return Xml.changed(page.body(), document -> {
            var holder = holder(document);
            var told = new LinkedHashMap<String, String>();
            shape.lists().forEach(list -> told.put(list, ""));
            told.put("IsTruncated", "true");
            told.put("Quantity", "0");
            tell(holder, told);
            holder.appendChild(document.createElement(shape.token())).setTextContent(token);
        });
    }

    private Element holder(Document page) {
        return shape.lists().stream()
                .map(list -> page.getElementsByTagName(list).item(0))
                .filter(list -> list != null)
                .map(list -> (Element) list.getParentNode())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no list in the page"));
    }

    private void tell(Element holder, Map<String, String> told) {
        var children = holder.getChildNodes();
        for (int i = children.getLength() - 1; i >= 0; i--) {
            Node child = children.item(i);
            if (child.getNodeName().equals(shape.token())) {
                holder.removeChild(child);
            } else if (told.containsKey(child.getNodeName())) {
                child.setTextContent(told.get(child.getNodeName()));
            }
        }
    }
}
