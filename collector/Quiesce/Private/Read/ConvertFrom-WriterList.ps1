function ConvertFrom-WriterList {
    # VSS writers out of vssadmin's text in any language: a block is a line with a quoted name, a line with the writer's
    # GUID, one with the instance's GUID, one with the state's number in brackets, one with the last error. What "no
    # error" is called is learned from the listing: the text that most stable writers share and no failed one has.
    param([Parameter(Mandatory)] [AllowEmptyCollection()] $Line)

    $lines = @(foreach ($text in $Line) { if ("$text".Trim() -ne '') { "$text".Trim() } })
    $blocks = [Collections.Generic.List[object]]::new()
    for ($at = 1; $at -lt $lines.Count; $at++) {
        $id = ConvertTo-GuidText $lines[$at]
        if ($null -eq $id -or $lines[$at] -notmatch '\{[0-9A-Fa-f-]{36}\}\s*$') { continue }
        $name = if ($lines[$at - 1] -match "[:\uFF1A]\s*['\u2018\u00AB\u201C\u201E""](?<name>.*)['\u2019\u00BB\u201D\u201C""]\s*$") { $Matches['name'].Trim() } else { $null }
        if ($null -eq $name) { continue }
        $block = @{ Id = $id; Name = $name; State = $null; Last = $null }
        for ($ahead = $at + 1; $ahead -lt [Math]::Min($at + 5, $lines.Count); $ahead++) {
            if ($null -eq $block.State) {
                if ($lines[$ahead] -match '\[(?<number>\d{1,3})\]') { $block.State = [int] $Matches['number'] }
            }
            else {
                $cut = $lines[$ahead].IndexOfAny([char[]] (':', [char] 0xFF1A))
                if ($cut -ge 0) { $block.Last = $lines[$ahead].Substring($cut + 1).Trim() }
                break
            }
        }
        $blocks.Add($block)
    }
    $share = @{}
    $stable = 0
    $failed = @{}
    foreach ($block in $blocks) {
        if ($null -eq $block.Last -or $null -eq $block.State) { continue }
        if ($block.State -eq 1) { $stable++; $share[$block.Last] = 1 + [int] $share[$block.Last] }
        elseif ($block.State -ge 6) { $failed[$block.Last] = $true }
    }
    $none = @{ 'No error' = $true }
    $unclear = @{}
    foreach ($text in $share.Keys) {
        if ($stable -lt 3 -or $share[$text] * 2 -le $stable) { continue }
        if ($failed.ContainsKey($text)) { $unclear[$text] = $true } else { $none[$text] = $true }
    }
    foreach ($block in $blocks) {
        $last = if ($null -eq $block.Last -or $block.Last -eq '') { $null } elseif ($none.ContainsKey($block.Last)) { 'none' } elseif ($unclear.ContainsKey($block.Last)) { $null } else { Limit-Text $block.Last 2000 }
        [ordered]@{ id = $block.Id; name = Limit-Text $block.Name 512; state = $block.State; lastError = $last }
    }
}
