# Makes a certificate authority and a certificate of localhost for one test run, as PEM files in a folder. Prints the
# SHA-256 thumbprints as JSON: { leaf, authority }.
param([Parameter(Mandatory)] [string] $Out)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$sha256 = [Security.Cryptography.HashAlgorithmName]::SHA256
$padding = [Security.Cryptography.RSASignaturePadding]::Pkcs1
$from = [DateTimeOffset]::UtcNow.AddDays(-1)
$until = [DateTimeOffset]::UtcNow.AddDays(2)

$authorityKey = [Security.Cryptography.RSA]::Create(2048)
$asked = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=Quiesce test authority', $authorityKey, $sha256, $padding)
$asked.CertificateExtensions.Add([Security.Cryptography.X509Certificates.X509BasicConstraintsExtension]::new($true, $false, 0, $true))
$authority = $asked.CreateSelfSigned($from, $until)

$key = [Security.Cryptography.RSA]::Create(2048)
$asked = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=localhost', $key, $sha256, $padding)
$names = [Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
$names.AddDnsName('localhost')
$asked.CertificateExtensions.Add($names.Build())
$leaf = $asked.Create($authority, $from, $until, [byte[]] (1..8))

function Save([string] $Name, [string] $Pem) { [IO.File]::WriteAllText([IO.Path]::Combine($Out, $Name), $Pem + "`n") }
function Thumbprint($Of) { [BitConverter]::ToString([Security.Cryptography.SHA256]::HashData($Of.RawData)).Replace('-', ':') }
Save 'authority.pem' $authority.ExportCertificatePem()
Save 'leaf.pem' $leaf.ExportCertificatePem()
Save 'leaf.key' $key.ExportPkcs8PrivateKeyPem()
"{""leaf"":""$(Thumbprint $leaf)"",""authority"":""$(Thumbprint $authority)""}"
