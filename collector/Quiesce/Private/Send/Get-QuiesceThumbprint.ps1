function Get-QuiesceThumbprint {
    <#
    .SYNOPSIS
    SHA-256 thumbprints of a certificate, first its own, then those of its authorities as this machine builds the chain.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [Security.Cryptography.X509Certificates.X509Certificate] $Certificate)

    $leaf = [Security.Cryptography.X509Certificates.X509Certificate2]::new($Certificate)
    Get-QuiesceHash -Bytes $leaf.RawData
    $chain = [Security.Cryptography.X509Certificates.X509Chain]::new()
    try {
        $chain.ChainPolicy.RevocationMode = [Security.Cryptography.X509Certificates.X509RevocationMode]::NoCheck
        # An authority counts only in a chain that verifies: any certificate may name a pinned one as its issuer.
        if (-not $chain.Build($leaf)) { return }
        for ($at = 1; $at -lt $chain.ChainElements.Count; $at++) { Get-QuiesceHash -Bytes $chain.ChainElements[$at].Certificate.RawData }
    }
    finally { $chain.Reset() }
}
