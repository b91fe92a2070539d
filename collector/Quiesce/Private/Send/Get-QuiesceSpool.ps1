function Get-QuiesceSpool {
    <#
    .SYNOPSIS
    What waits in a folder of documents (`spool`, `rejected`), newest first.
    .OUTPUTS
    Objects with Path, Name, At (UTC), Epoch, Sequence, DroppedTotal, Bytes. Files of another name are left alone.
    #>
    [CmdletBinding()]
    param([ValidateSet('spool', 'rejected')] [string] $Folder = 'spool')

    $root = Get-QuiesceHome -Child $Folder
    if (-not [IO.Directory]::Exists($root)) { return }
    $names = [string[]] @([IO.Directory]::GetFiles($root, '*.json.gz') | ForEach-Object { [IO.Path]::GetFileName($_) })
    [Array]::Sort($names, [StringComparer]::Ordinal)
    [Array]::Reverse($names)
    $culture = [Globalization.CultureInfo]::InvariantCulture
    $style = [Globalization.DateTimeStyles]::AssumeUniversal -bor [Globalization.DateTimeStyles]::AdjustToUniversal
    foreach ($name in $names) {
        if ($name -notmatch '^(\d{8}T\d{9}Z)-(\d{1,10})-(\d{1,15})-(\d{1,15})-[^-]') { continue }
        $path = [IO.Path]::Combine($root, $name)
        [pscustomobject] @{
            Path = $path; Name = $name
            At = [DateTime]::ParseExact($Matches[1], "yyyyMMdd'T'HHmmssfff'Z'", $culture, $style)
            Epoch = [long] $Matches[2]; Sequence = [long] $Matches[3]; DroppedTotal = [long] $Matches[4]
            Bytes = [IO.FileInfo]::new($path).Length
        }
    }
}
