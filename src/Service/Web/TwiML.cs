using System.Text;
using System.Xml;
using Curbside.Phones;

namespace Curbside.Web;

/// <summary>What a webhook answers: the texts to be sent back, each with the address at which its delivery is to be reported.</summary>
public static class TwiML
{
    public static string Of(IReadOnlyList<Reply> replies)
    {
        if (replies.Count == 0)
        {
            return "<Response/>";
        }

        var xml = new StringBuilder("<Response>");
        foreach (var reply in replies)
        {
            xml.Append("<Message action=\"/sms/status?m=").Append(Uri.EscapeDataString(reply.Key)).Append("\" method=\"POST\">");
            AppendEscaped(xml, reply.Body);
            xml.Append("</Message>");
        }

        return xml.Append("</Response>").ToString();
    }

    private static void AppendEscaped(StringBuilder xml, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '&':
                    xml.Append("&amp;");
                    break;
                case '<':
                    xml.Append("&lt;");
                    break;
                case '>':
                    xml.Append("&gt;");
                    break;
                case var sign when XmlConvert.IsXmlChar(sign):
                    xml.Append(sign);
                    break;
                case var high when i + 1 < text.Length && char.IsSurrogatePair(high, text[i + 1]):
                    xml.Append(high).Append(text[++i]);
                    break;
                default:
                    // XML has no way to write it.
                    xml.Append('\uFFFD');
                    break;
            }
        }
    }
}
