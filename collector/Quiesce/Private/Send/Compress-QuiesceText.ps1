function Compress-QuiesceText {
    <#
    .SYNOPSIS
    A text as gzip of its UTF-8 bytes.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param([Parameter(Mandatory)] [string] $Text)

    $memory = [IO.MemoryStream]::new()
    $gzip = [IO.Compression.GZipStream]::new($memory, [IO.Compression.CompressionMode]::Compress, $true)
    $bytes = [Text.Encoding]::UTF8.GetBytes($Text)
    try { $gzip.Write($bytes, 0, $bytes.Length) }
    finally { $gzip.Dispose() }
    , $memory.ToArray()
}
