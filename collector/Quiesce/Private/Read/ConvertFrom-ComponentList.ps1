function ConvertFrom-ComponentList {
    # Components of the Hyper-V VSS writer by VM GUID, out of diskshadow's "list writers detailed" in any language. A
    # writer begins at a line with * and a quoted name, whose next line holds the writer's GUID; a component begins at a
    # line with + whose quoted path ends in a backslash and the VM's GUID; the caption is the fourth value below it, after
    # name, logical path and full path. The caption is kept raw. It is <method>\<VM name>; methods are told by the exact
    # captions that the writer's own table has, never by words within them: another language gives unknown.
    param([Parameter(Mandatory)] [AllowEmptyCollection()] $Line)

    $methods = @{
        'Backup Using Child Partition Snapshot' = 'online'; 'Online' = 'online'
        'Backup Using Saved State' = 'saved-state'; 'Offline' = 'saved-state'
    }
    $components = @{}
    $inside = $false
    $id = $null
    $place = 0
    foreach ($text in $Line) {
        $plain = "$text".Trim()
        if ($plain -eq '') { continue }
        if ($plain.StartsWith('*')) { $inside = $false; $id = $null; continue }
        if ($plain -match '(?i)\{66841cd4-6ded-4f4b-8f17-fd23f8ddc3de\}') { $inside = $true; continue }
        if (-not $inside) { continue }
        if ($plain.StartsWith('+') -or $plain -match '^-\s*[^:\uFF1A"]+"[^"]*:\\[^"]*"\s*$') {
            $id = if ($plain -match '\\(?<id>[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"?\s*$') { $Matches['id'].ToLowerInvariant() } else { $null }
            $place = 0
            continue
        }
        if ($null -eq $id -or -not $plain.StartsWith('-')) { continue }
        $place++
        if ($place -ne 4) { continue }
        $cut = $plain.IndexOfAny([char[]] (':', [char] 0xFF1A))
        if ($cut -lt 0) { continue }
        $caption = $plain.Substring($cut + 1).Trim().Trim("'")
        if ($caption -eq '' -or $components.ContainsKey($id)) { continue }
        $end = $caption.IndexOf('\')
        $word = if ($end -gt 0) { $caption.Substring(0, $end) } else { $caption }
        $components[$id] = [ordered]@{ raw = Limit-Text $caption 2000; method = $(if ($methods.ContainsKey($word)) { $methods[$word] } else { 'unknown' }) }
    }
    return $components
}
