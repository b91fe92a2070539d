function Add-JsonValue {
    # Appends one value to the builder. Dictionaries keep their order, lists stay lists, times become ISO UTC.
    param($Builder, $Value, $Depth)

    if ($null -eq $Value) { [void] $Builder.Append('null'); return }
    if ($Value -is [string]) { [void] $Builder.Append((Format-JsonText $Value)); return }
    if ($Value -is [bool]) { [void] $Builder.Append($(if ($Value) { 'true' } else { 'false' })); return }
    if ($Depth -gt 24) { throw [InvalidOperationException]::new('The value is nested more than 24 deep.') }
    if ($Value -is [Collections.IDictionary]) {
        [void] $Builder.Append('{')
        $first = $true
        foreach ($key in $Value.Keys) {
            if ($first) { $first = $false } else { [void] $Builder.Append(',') }
            [void] $Builder.Append((Format-JsonText ([string] $key))).Append(':')
            $inner = $Value[$key]
            if ($null -eq $inner) { [void] $Builder.Append('null') }
            elseif ($inner -is [string]) { [void] $Builder.Append((Format-JsonText $inner)) }
            else { Add-JsonValue $Builder $inner ($Depth + 1) }
        }
        [void] $Builder.Append('}')
        return
    }
    if ($Value -is [Collections.IEnumerable]) {
        [void] $Builder.Append('[')
        $first = $true
        foreach ($entry in $Value) {
            if ($first) { $first = $false } else { [void] $Builder.Append(',') }
            Add-JsonValue $Builder $entry ($Depth + 1)
        }
        [void] $Builder.Append(']')
        return
    }
    if ($Value -is [DateTime]) { [void] $Builder.Append('"').Append((Format-Instant $Value)).Append('"'); return }
    if ($Value -is [Guid]) { [void] $Builder.Append('"').Append($Value.ToString()).Append('"'); return }
    if ($Value -is [int] -or $Value -is [long] -or $Value -is [uint32] -or $Value -is [uint64] -or $Value -is [int16] -or $Value -is [uint16] -or $Value -is [byte]) {
        [void] $Builder.Append($Value.ToString([Globalization.CultureInfo]::InvariantCulture))
        return
    }
    if ($Value -is [double] -or $Value -is [single] -or $Value -is [decimal]) {
        if ([double]::IsNaN($Value) -or [double]::IsInfinity($Value)) { [void] $Builder.Append('null') }
        else { [void] $Builder.Append(([double] $Value).ToString('R', [Globalization.CultureInfo]::InvariantCulture)) }
        return
    }
    if ($Value -is [Management.Automation.PSCustomObject]) {
        $fields = [ordered]@{}
        foreach ($property in $Value.PSObject.Properties) { $fields[$property.Name] = $property.Value }
        Add-JsonValue $Builder $fields $Depth
        return
    }
    [void] $Builder.Append((Format-JsonText ([string] $Value)))
}
