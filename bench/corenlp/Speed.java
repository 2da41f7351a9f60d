import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Measures CoreNLP on one core: annotates all lines of each file twice and
 * writes, as a line of JSON for each file, the number of words (split at white
 * space), the processor time of either pass in seconds, and that of loading.
 */
public final class Speed {
    public static void main(String[] args) throws Exception {
        double start = seconds();
        Properties p = new Properties();
        p.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse");
        p.setProperty("threads", "1");
        StanfordCoreNLP nlp = new StanfordCoreNLP(p);
        nlp.annotate(new CoreDocument("The envoy met Ana Reyes in Geneva on Monday."));
        double load = seconds() - start;
        for (String name : args) {
            String[] texts = Files.readString(Path.of(name), StandardCharsets.UTF_8).strip().split("\n");
            int words = 0;
            for (String t : texts) {
                words += t.isBlank() ? 0 : t.strip().split("\\s+").length;
            }
            double cold = pass(nlp, texts);
            double warm = pass(nlp, texts);
            System.out.printf("{\"file\":\"%s\",\"words\":%d,\"load\":%.3f,\"seconds\":%.3f,\"warm\":%.3f}%n",
                name.replace("\\", "\\\\").replace("\"", "\\\""), words, load, cold, warm);
        }
    }

    private static double pass(StanfordCoreNLP nlp, String[] texts) {
        double start = seconds();
        for (String t : texts) {
            nlp.annotate(new CoreDocument(t));
        }
        return seconds() - start;
    }

    private static double seconds() {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return os.getProcessCpuTime() / 1e9;
    }
}
