function Expand-GuestText {
    # UTF-8 text out of base64 of gzip, at most 512 KiB: the guest decides what is inside.
    param([Parameter(Mandatory)] [string] $Base64)

    $source = [IO.MemoryStream]::new([Convert]::FromBase64String($Base64))
    $gzip = [IO.Compression.GZipStream]::new($source, [IO.Compression.CompressionMode]::Decompress)
    try {
        $buffer = [byte[]]::new(524289)
        $filled = 0
        while ($filled -lt $buffer.Length) {
            $got = $gzip.Read($buffer, $filled, $buffer.Length - $filled)
            if ($got -eq 0) { break }
            $filled += $got
        }
        if ($filled -gt 524288) { throw [IO.InvalidDataException]::new('It is larger than 512 KiB.') }
        return [Text.UTF8Encoding]::new($false, $true).GetString($buffer, 0, $filled)
    }
    finally { $gzip.Dispose(); $source.Dispose() }
}
