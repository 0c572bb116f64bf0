import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.concurrent.atomic.AtomicLong;

/** How many RSA-2048 signatures a second the JDK makes here, on all processors and nothing else to do. */
class Signatures {
    public static void main(String[] arguments) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        rate(key, 3);
        System.out.println(rate(key, 5));
    }

    private static long rate(PrivateKey key, int seconds) throws InterruptedException {
        var made = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().start(() -> sign(key, end, made));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return made.get() / seconds;
    }

    private static void sign(PrivateKey key, long end, AtomicLong made) {
        byte[] text = new byte[500];
        try {
            while (System.nanoTime() < end) {
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(key);
                signature.update(text);
                signature.sign();
                made.incrementAndGet();
            }
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
