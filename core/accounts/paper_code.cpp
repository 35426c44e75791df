// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/paper_code.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

namespace thimblely {

namespace {

constexpr QLatin1String letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int groupLetters = 4;

} // namespace

QString newPaperCode(int groups)
{
    QString code;
    for (int i = 0; i < groups * groupLetters; ++i) {
        if (i > 0 && i % groupLetters == 0)
            code += u'-';
        code += letters[qsizetype(QRandomGenerator::system()->bounded(quint32(letters.size())))];
    }
    return code;
}

QString readPaperCode(const QString &typed, int groups)
{
    static const QRegularExpression between(QStringLiteral("[\\s\\-\u2010-\u2015]+"));
    QString code = typed.normalized(QString::NormalizationForm_KC).toUpper().remove(between);
    code.replace(u'O', u'0').replace(u'I', u'1').replace(u'L', u'1');
    const bool ours = code.size() == qsizetype(groups) * groupLetters &&
                      std::ranges::all_of(code, [](QChar letter) { return letters.contains(letter); });
    return ours ? code : QString();
}

} // namespace thimblely
