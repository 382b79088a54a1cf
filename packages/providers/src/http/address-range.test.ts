import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from './address-range.ts';

const PUBLIC = `
1.1.1.1 8.8.8.8 9.9.9.9 11.0.0.1 84.16.66.66 93.184.216.34 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1
169.253.255.255 169.255.0.1 172.15.255.255 172.32.0.1 185.125.25.1 191.255.255.255 192.0.1.1 192.0.3.1 192.167.255.255
192.169.0.1 198.17.255.255 198.20.0.1 198.51.99.255 198.51.101.1 203.0.112.255 203.0.114.1 212.51.134.1 223.255.255.255
2606:4700:4700::1111 2001:4860:4860::8888 2a00:1450:4001:830::200e 2a01:4f8::1 2a02:cf40::1 2620:fe::fe 2400:cb00::1
2001:1600::1 2003::1 2a0c:5a80::1 2c0f:f248::1 3ffe::1
::ffff:8.8.8.8 ::ffff:808:808 ::FFFF:1.1.1.1 0:0:0:0:0:ffff:0808:0808 64:ff9b::8.8.8.8 64:ff9b::808:808 64:ff9b::101:101
2606:4700:4700:0000:0000:0000:0000:1111
`;

const REFUSED = `
0.0.0.0 0.0.0.1 0.255.255.255 10.0.0.0 10.0.0.1 10.255.255.255 100.64.0.0 100.64.0.1 100.127.255.255 127.0.0.0 127.0.0.1
127.0.1.1 127.255.255.255 169.254.0.1 169.254.169.254 169.254.255.255 172.16.0.1 172.20.10.1 172.31.255.255 192.0.0.1
192.0.0.8 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1 192.168.1.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.1
203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 250.1.1.1 255.255.255.255
:: ::1 0:0:0:0:0:0:0:1 ::2 ::7f00:1 ::127.0.0.1 ::10.0.0.1 ::8.8.8.8 100::1 fe80::1 fe80::1%eth0 febf::1 fec0::1 fc00::1
fcff::1 fd00::1 fd12:3456:789a::1 fdff:ffff::1 ff00::1 ff02::1 ff05::2 ffff::1 2001:db8::1 2001:db8:ffff::1 3fff::1
2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:10::1 2001:20::1 2002:7f00:1::1 2002:a00:1::1 2002:808:808::1
2002:c0a8:101::1 4000::1 5f00::1 8000::1 1::1
::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::ffff:a00:1 ::ffff:192.168.1.1 ::ffff:169.254.169.254 ::ffff:0.0.0.0
::ffff:100.64.0.1 ::ffff:224.0.0.1 0:0:0:0:0:ffff:127.0.0.1 ::FFFF:127.0.0.1 ::ffff:0:127.0.0.1
64:ff9b::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b::192.168.1.1 64:ff9b::169.254.169.254 64:ff9b::a00:1 64:ff9b:1::1
64:ff9b:1::8.8.8.8
localhost example.org fcal.ch 256.1.1.1 1.2.3.4.5 :::1 [::1] 127.0.0.1:80
`;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

describe('S14 private addresses', () => {
  test.each(words(PUBLIC))('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each(words(REFUSED))('%s is refused', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test('whatever holds an IPv4 address is judged by it', () => {
    const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(octets, (parts) => {
        const inner = parts.join('.');
        expect(isPublicAddress(`::ffff:${inner}`)).toBe(isPublicAddress(inner));
        expect(isPublicAddress(`64:ff9b::${inner}`)).toBe(isPublicAddress(inner));
      }),
    );
  });
});
