import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Quiesce", template: "%s · Quiesce" },
  description: "Which Hyper-V virtual machines can be backed up live, which cannot, why, and how to fix each.",
};
export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };
/** The data changes while the app runs: no page is made at build time. */
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  const chosen = theme === "light" || theme === "dark" ? theme : undefined;
  return (
    <html lang="en" data-theme={chosen} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
