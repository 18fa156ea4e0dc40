import { Button, Code, CopyButton, Group, Stack } from '@mantine/core';
import { IconCopy, IconDownload, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './payment-link-page.module.css';

interface LinkAddressProps {
  readonly url: string;
  readonly qrCodeSvg: string;
  readonly title: string;
}

const dataUrl = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** The address to copy and open, and its QR code to print. */
export const LinkAddress = ({ url, qrCodeSvg, title }: LinkAddressProps) => {
  const { t } = useTranslation();
  const image = dataUrl(qrCodeSvg);
  return (
    <div className={classes.address}>
      <img className={classes.qr} src={image} width={168} height={168} alt={t('paymentLinks.qrCode')} />
      <Stack gap="sm" miw={0}>
        <Code block className={classes.url}>
          {url}
        </Code>
        <Group gap="xs">
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
                {copied ? t('common.copied') : t('paymentLinks.copy')}
              </Button>
            )}
          </CopyButton>
          <Button
            variant="default"
            component="a"
            href={url}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            {t('paymentLinks.open')}
          </Button>
          <Button
            variant="default"
            component="a"
            href={image}
            download={`${title}.svg`}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('paymentLinks.download')}
          </Button>
        </Group>
      </Stack>
    </div>
  );
};
