function ConvertFrom-QuiesceHttpBytes {
    <#
    .SYNOPSIS
    The reply in the bytes of a whole HTTP/1.1 answer, with or without chunks.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes)

    # Latin-1 maps each byte to one character and back, so positions in the text are positions in the bytes.
    $latin = [Text.Encoding]::GetEncoding(28591)
    $text = $latin.GetString($Bytes)
    $end = $text.IndexOf("`r`n`r`n", [StringComparison]::Ordinal)
    if ($end -lt 0 -or $text -notmatch '^HTTP/1\.[01] (\d{3})') { throw [IO.IOException]::new('The server closed the connection before it answered.') }
    $status = [int] $Matches[1]
    $headers = @{}
    foreach ($line in $text.Substring(0, $end).Split("`n")) {
        $colon = $line.IndexOf(':')
        if ($colon -gt 0) { $headers[$line.Substring(0, $colon).ToLowerInvariant()] = $line.Substring($colon + 1).Trim() }
    }
    $body = $text.Substring($end + 4)
    if ("$($headers['transfer-encoding'])" -match 'chunked') {
        $whole = [Text.StringBuilder]::new()
        $rest = 0
        while ($true) {
            $stop = $body.IndexOf("`r`n", $rest, [StringComparison]::Ordinal)
            if ($stop -lt 0 -or $body.Substring($rest, $stop - $rest) -notmatch '^\s*([0-9a-fA-F]{1,7})') { throw [IO.IOException]::new('The answer was cut off.') }
            $size = [Convert]::ToInt32($Matches[1], 16)
            if ($size -eq 0) { break }
            if ($stop + 2 + $size -gt $body.Length) { throw [IO.IOException]::new('The answer was cut off.') }
            [void] $whole.Append($body, $stop + 2, $size)
            $rest = $stop + 4 + $size
        }
        $body = $whole.ToString()
    }
    New-QuiesceReply -Status $status -Headers $headers -Body ([Text.Encoding]::UTF8.GetString($latin.GetBytes($body)))
}
