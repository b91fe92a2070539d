function Get-ConsoleEncoding {
    # The code page in which Windows programs write when they are started without a console. Only raw texts depend on
    # it: GUIDs and numbers are the same in every one.
    param()

    try { return [Text.Encoding]::GetEncoding([Globalization.CultureInfo]::CurrentCulture.TextInfo.OEMCodePage) }
    catch { return [Text.Encoding]::GetEncoding(28591) }
}
